"""What the desk refuses, as a tree of faults that each end in one French sentence.

DeskFault
├── PersonFault       a name, a role or a territory that cannot be given
├── WeakPassword      a password that would be guessed
├── WrongSignIn       name and password do not go together
├── WeakPin           digits that would be guessed
├── WrongPin          not the digits of this person on this tablet
├── KeyFault          a key of access that cannot be added here, or does not open
├── NoInvitation      no invitation has this code now
├── TooOften          tried too often: in how many minutes again
├── NotYours          not this person's to do, or not their territory
├── NothingSent       a suggestion that is not there
├── NotHere           a place, a service, a walk or a territory that is not there, or another's
├── NoRound           a round that is not there, and none to be taken
├── NoAsking          a link for who works at a place that asks nothing, or nothing any more
├── Decided           somebody else has decided meanwhile
├── Moved             what was looked at says something else now; nothing was overwritten
│   └── TextMoved     … a translation, or the French of it
├── PhotoHereAlready  the same photo of the same place
├── NoSuchText        no text has this key, or it is not of their quarters
├── NoSuchFile        the file of proposals is not here any more
└── NothingToUndo     there is no decision to take back
"""

from ...domain.fault import Fault
from ...domain.text import N_


class DeskFault(Fault):
    """Something that the desk does not do."""


class PersonFault(DeskFault):
    """Somebody who cannot be added, invited or revoked so."""


class WeakPassword(DeskFault):
    """A password that would be guessed."""

    sentence = N_(
        "Ce mot de passe est trop court ou trop simple : prenez au moins %(least)s signes, par exemple trois mots."
    )


class WrongSignIn(DeskFault):
    """Said the same of an unknown name as of a wrong password."""

    sentence = N_(
        "Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez les majuscules, ou demandez une nouvelle invitation."
    )


class WeakPin(DeskFault):
    """Digits that are tried first."""

    sentence = N_("Prenez de %(least)s à %(most)s chiffres, mais ni tous les mêmes, ni à la suite (1234).")


class WrongPin(DeskFault):
    """Not theirs here, or wrong so often that it is forgotten: the sentence says which."""


class KeyFault(DeskFault):
    """A key of access that is not taken, and why; of an unknown key it says the same as of a wrong one."""

    sentence = N_(
        "Cette clé d’accès n’ouvre pas le bureau : elle a été retirée, ou elle est d’une autre adresse. "
        "Entrez avec votre nom et votre mot de passe."
    )


class NoInvitation(DeskFault):
    """Never given, answered already, replaced, or too old."""

    sentence = N_(
        "Cette invitation ne marche pas ou plus : elle a servi, elle est trop ancienne, ou son code a une faute. "
        "Demandez-en une nouvelle à votre coordination."
    )


class TooOften(DeskFault):
    """Wait: `minutes` says how long."""

    sentence = N_("Trop d’essais de suite. Réessayez dans %(minutes)s min ; rien n’est perdu.")


class NotYours(DeskFault):
    """Another role's or another territory's."""

    sentence = N_("Votre rôle ou vos quartiers ne permettent pas cela : demandez à votre coordination.")


class NothingSent(DeskFault):
    """No such suggestion."""

    sentence = N_("Ce message n’existe pas, ou n’est pas de vos quartiers.")


class NotHere(DeskFault):
    """Said the same of what is not there as of what is another territory's."""

    sentence = N_("Cette fiche n’existe pas, ou n’est pas de vos quartiers.")


class NoRound(DeskFault):
    """No such round, none of this telephone, or one of no place."""

    sentence = N_(
        "Cette tournée n’existe pas ou plus : reprenez-en une au bureau. Rien de ce que vous avez noté n’est perdu."
    )


class NoAsking(DeskFault):
    """Never made, replaced, or too old."""

    sentence = N_("Ce lien ne marche pas ou plus : demandez-en un autre à la personne du quartier qui vous l’a donné.")


class Decided(DeskFault):
    """Two people at one message."""

    sentence = N_("Quelqu’un d’autre a décidé entre-temps : relisez ce message. Rien n’a été changé.")


class Moved(DeskFault):
    """The version that was looked at is not the one there is."""

    sentence = N_(
        "La fiche a changé pendant que vous la lisiez : voici ce qu’elle dit maintenant. Rien n’a été écrasé ; "
        "vérifiez, puis recommencez."
    )


class TextMoved(Moved):
    """Somebody else translated it, or its French is another one."""

    sentence = N_(
        "Ce texte a changé pendant que vous le traduisiez : voici ce qu’il dit maintenant. Rien n’a été écrasé, et ce "
        "que vous avez tapé est encore là ; vérifiez, puis recommencez."
    )


class PhotoHereAlready(DeskFault):
    """The same picture twice on one page helps nobody."""

    sentence = N_("Cette photo est déjà sur la fiche.")


class NoSuchText(DeskFault):
    """No text to translate."""

    sentence = N_("Ce texte n’existe pas ou plus, ou n’est pas de vos quartiers.")


class NoSuchFile(DeskFault):
    """Proposals are kept for a day."""

    sentence = N_("Ce fichier n’est plus là : choisissez-le de nouveau.")


class NothingToUndo(DeskFault):
    """The last decision was taken back already, or there was none."""

    sentence = N_("Il n’y a rien à annuler : cette décision l’est déjà, ou une autre l’a suivie.")
