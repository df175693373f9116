"""The quiz on paper: packs to print, as PDF or Markdown, and the marks that come back."""
