["", "ascii", "Grüße, 世界 🎉", "tab\tquote\"#{1}", "\xff\x00".b, "\u0000\e", "caf\u0301"]
