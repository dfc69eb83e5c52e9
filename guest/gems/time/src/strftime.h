/* The texts of moments. */
#ifndef KOBAKO_STRFTIME_H
#define KOBAKO_STRFTIME_H

#include <mruby.h>

/* What strftime shows of a Time or, if `date`, of a Date. */
struct kobako_shown {
  mrb_value self;  /* which is asked for what is not here */
  mrb_value year;  /* an Integer */
  mrb_value epoch; /* an Integer, or undef to ask */
  mrb_value format;
  int month, day, hour, min, sec, yday, wday;
  int64_t sub; /* attoseconds, or -1 to ask */
  int32_t offset;
  mrb_bool utc, date;
  mrb_bool gregorian; /* all days of the years before and after, too */
};

/* The number of the week of ISO 8601, and by how much its year is another one. */
int kobako_week(mrb_state *mrb, const struct kobako_shown *shown, int *years);

/* What a directive stands for, NULL if for itself; Date has one more than Time. */
const char *kobako_composition(char letter, mrb_bool date);

extern const char *const kobako_day_names[], *const kobako_month_names[];

/* A new String of the format's encoding. */
mrb_value kobako_strftime(mrb_state *mrb, struct kobako_shown *shown, mrb_value format);

mrb_value kobako_strftime_literal(mrb_state *mrb, const struct kobako_shown *shown, const char *format);

/* A format that is given, which raises what CRuby raises for what is none. */
mrb_value kobako_strftime_format(mrb_state *mrb, mrb_value format);

#endif
