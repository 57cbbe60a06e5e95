"""Names and order of tones and themes, as the guideline and the program have them."""

TONES = ["-", "0", "+"]
THEMES = [
    "turf", "role", "process", "skill", "workload", "job_loss", "incentive", "tool", "leadership", "customer",
    "value", "support", "engaged",
]  # fmt: skip
