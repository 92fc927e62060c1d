"""What must hold of the model whatever anybody assumes: signs of levers, possible patterns, minutes, refusing, the twin."""
