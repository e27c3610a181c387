"""What cannot be done now, said in one sentence to whoever asked for it: a family, drawn once.

Fault
├── SettingFault        a setting has a value that cannot be used       `app/settings.py`
├── LibraryFault        the database cannot be used now                 `app/library/faults.py` (its branch is there)
├── EditionFault        an edition cannot be made or read               `app/edition/store.py`
├── MapFault            no map can be made or read                      `app/map/faults.py` (its branch is there)
├── BackupFault         a backup cannot be made or restored             `app/library/saving/faults.py` (and its branch)
├── PublicationFault    a site of files cannot be written as asked      `app/publish/fault.py`
├── PrinterFault        a sheet cannot be printed here now              `app/studio/printer.py` (its branch is there)
├── MailFault           a letter cannot be sent                         `app/domain/mail.py`
├── AddressTaken        somebody else listens on the server's address   `app/server.py`
└── Refusal             a command cannot go on                          `app/cli/progress.py`

Bad content is not a fault: it is a list of `Problem`. Whatever is not in the family is a bug of ours.
"""


class Fault(Exception):
    """`str()` is the sentence in French; `sentence` and `values` let others say it in another language.

    `%(name)s` in the sentence stands for a value. A class whose sentence is always the same holds it itself.
    """

    sentence = ""

    def __init__(self, sentence: str = "", **values: object) -> None:
        self.sentence, self.values = sentence or self.sentence, values
        super().__init__(self.sentence % values if values else self.sentence)
