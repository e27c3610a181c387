"""What is said of a note and of its photo as they are put where they leave from: on a walk, and on a round."""

from ...domain.text import N_

PHOTO: dict[str, str | tuple[str, str]] = {
    "lead_note_unkept": N_("Ce téléphone ne garde rien : cette note ne partira pas. Écrivez-la sur un papier."),
    "lead_photo_ready": N_("La photo part avec ce que vous touchez ci-dessous."),
    "lead_photo_unkept": N_("Ce téléphone ne garde pas la photo : la note part sans elle."),
    "lead_photo_no_camera": N_("L’appareil photo ne s’ouvre pas ici : votre note suffit."),
}
