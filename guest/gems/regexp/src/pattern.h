/* A pattern: a source, options, and the engine's program of it, compiled once and shared. */
#ifndef KOBAKO_PATTERN_H
#define KOBAKO_PATTERN_H

#include <mruby.h>
#include <oniguruma.h>

enum {
  KOBAKO_REGEXP_OPTIONS = ONIG_OPTION_IGNORECASE | ONIG_OPTION_EXTEND | ONIG_OPTION_MULTILINE,
  KOBAKO_REGEXP_FIXED = 16,
  KOBAKO_REGEXP_NO_ENCODING = 32,
  KOBAKO_REGEXP_BYTES = 64 /* the source is a binary string, which is not shown */
};

struct kobako_pattern {
  uint32_t refs;
  uint32_t options;
  double timeout;         /* of a search, in seconds; 0 for that of all */
  mrb_bool bytes;         /* the source is of bytes, not of characters */
  regex_t *utf8, *binary; /* NULL until needed */
  size_t len;
  char source[];
};

mrb_bool kobako_regexp_p(mrb_value value);

/* The pattern of a Regexp; raises TypeError if it has none yet. */
struct kobako_pattern *kobako_pattern_of(mrb_state *mrb, mrb_value regexp);

/* Gives a Regexp its pattern, or NULL for now. */
void kobako_set_pattern(mrb_value regexp, struct kobako_pattern *pattern);

/* The pattern with one more reference; NULL and the error's text in *text. With a timeout it is a new one. */
struct kobako_pattern *kobako_pattern_for(mrb_state *mrb, const char *source, size_t len, uint32_t options,
                                          double timeout, mrb_value *text);

/* The engine's program by which a string without bytes beyond ASCII is searched, compiled if it was not; raises
   RegexpError. */
regex_t *kobako_program(mrb_state *mrb, struct kobako_pattern *pattern);

/* Whether it names characters beyond ASCII, which a binary string has not. */
mrb_bool kobako_unicode_pattern_p(const struct kobako_pattern *pattern);

/* The program for binary strings, compiled if it was not; raises RegexpError. */
regex_t *kobako_binary_program(mrb_state *mrb, struct kobako_pattern *pattern);

/* The message of an error of the engine. */
mrb_value kobako_pattern_error(mrb_state *mrb, const struct kobako_pattern *pattern, int error, OnigErrorInfo *info);

#endif
