"""What pages say of a verified project: numbers, words, dates, passages and links, ready to be printed."""
