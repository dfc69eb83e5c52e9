/* What strptime reads. */
#ifndef KOBAKO_SCANNED_PARTS_H
#define KOBAKO_SCANNED_PARTS_H

#include <mruby.h>

struct kobako_scan {
  mrb_state *mrb;
  mrb_value self, source, found;
  const char *text;
  mrb_int len, at;
  int century, noon; /* -1 for none */
};

/* The format, and where the next directive or text in it is. */
struct kobako_scan_format {
  const char *text;
  mrb_int len, at;
};

mrb_bool kobako_scan_store(struct kobako_scan *scan, mrb_sym name, mrb_value value);

/* What is left of the text. */
mrb_value kobako_scan_rest(struct kobako_scan *scan, uint32_t encoding);
mrb_bool kobako_scan_literal(struct kobako_scan *scan, char c);

/* Reads what a letter stands for; one that is none stands for itself behind its per cent sign. FALSE for another text. */
mrb_bool kobako_scan_part(struct kobako_scan *scan, char letter, const struct kobako_scan_format *format);

#endif
