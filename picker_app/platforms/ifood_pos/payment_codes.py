"""The codes of the forms of payment at iFood: what each is called, and whether it is paid online (section 6)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A form of payment: `online` leaves nothing to collect, `machine` needs the card machine at the door."""

    name: str
    online: bool = False
    machine: bool = False


def _online(names: dict[str, str]) -> dict[str, Form]:
    return {code: Form(name, online=True) for code, name in names.items()}


def _by_machine(names: dict[str, str]) -> dict[str, Form]:
    return {code: Form(name, machine=True) for code, name in names.items()}


def _at_the_door(names: dict[str, str]) -> dict[str, Form]:
    return {code: Form(name) for code, name in names.items()}


VOUCHER = "VOUCHER"
DISCOUNT = "BON"
FORMS = (
    _online(
        {
            "VIS": "VISA",
            "MC": "MASTERCARD",
            "AM": "AMEX",
            "DNR": "DINERS",
            "ELO": "ELO",
            "HIPER": "HIPERCARD ONLINE",
            "VISE": "VISA ELECTRON",
            "MCMA": "MASTERCARD MAESTRO",
            "PAY": "PAYPAL",
            VOUCHER: "VOUCHER",
            DISCOUNT: "DESCONTO",
        }
    )
    | _by_machine(
        {
            "VSREST": "CRÉDITO - VISA (MÁQUINA)",
            "RDREST": "CRÉDITO - MASTERCARD (MÁQUINA)",
            "RAM": "CRÉDITO - AMERICAN EXPRESS (MÁQUINA)",
            "DNREST": "CRÉDITO - DINERS (MÁQUINA)",
            "RHIP": "CRÉDITO - HIPERCARD (MÁQUINA)",
            "REC": "CRÉDITO - ELO (MÁQUINA)",
            "BANRC": "CRÉDITO - BANRICOMPRAS (MÁQUINA)",
            "GOODC": "CRÉDITO - GOODCARD (MÁQUINA)",
            "VERDEC": "CRÉDITO - VERDECARD (MÁQUINA)",
            "VIREST": "DÉBITO - VISA (MÁQUINA)",
            "MEREST": "DÉBITO - MASTERCARD (MÁQUINA)",
            "RED": "DÉBITO - ELO (MÁQUINA)",
            "BANRD": "DÉBITO - BANRICOMPRAS (MÁQUINA)",
            "GER_CT": "TERMINAL BANCARIA - PAGO CONTRA ENTREGA",
        }
    )
    | _at_the_door(
        {
            "DIN": "DINHEIRO",
            "CHE": "CHEQUE",
            "VR_SMA": "VALE - VR SMART (CARTÃO)",
            "TRE": "VALE - TICKET RESTAURANTE (CARTÃO)",
            "VVREST": "VALE - ALELO REFEIÇÃO / VISA VALE (CARTÃO)",
            "RSODEX": "VALE - SODEXO (CARTÃO)",
            "GRNCAR": "VALE - GREEN CARD (CARTÃO)",
            "GRNCPL": "VALE - GREEN CARD (PAPEL)",
            "VALECA": "VALE - VALE CARD",
            "TVER": "VALE - VEROCARD (CARTÃO)",
            "RSELE": "VALE - REFEISUL (CARTÃO)",
            "CPRCAR": "VALE - COOPER CARD (CARTÃO)",
        }
    )
)
"""Every form by its code, matched exactly, in capitals."""
