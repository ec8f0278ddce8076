"""Swedish as people speak and write it: words, dates, style. Text in, text out."""
