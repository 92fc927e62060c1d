"""What must hold of the model, whatever anybody assumes: signs, possible patterns, minutes, refusing, the twin."""
