/* What the files about Date call of each other. */
#ifndef KOBAKO_DATE_PARTS_H
#define KOBAKO_DATE_PARTS_H

#include <mruby.h>
#include "calendar.h"
#include "strftime.h"

/* The first day that counts as Gregorian, if none is given. */
enum { ITALY = 2299161 };

/* A Date as it has it: the number of the day, the first Gregorian one, and with a time the second of the day, nanoseconds
   and the seconds by which its clock is ahead of UTC. */
struct kobako_date_parts {
  mrb_value jd, start, second, nano, offset;
};

void kobako_read_date(mrb_state *mrb, mrb_value date, struct kobako_date_parts *out);
void kobako_set_date(mrb_state *mrb, mrb_value date, const struct kobako_date_parts *parts);

/* Whether a day is a small integer, and all days of the years around it are Gregorian. */
mrb_bool kobako_plain_date_p(const struct kobako_date_parts *parts);

/* What strftime shows of a Date. */
void kobako_shown_date(mrb_state *mrb, mrb_value date, struct kobako_shown *out);

void kobako_init_date_parts(mrb_state *mrb, struct RClass *date);
void kobako_init_date_arithmetic(mrb_state *mrb, struct RClass *date);
void kobako_init_date_made(mrb_state *mrb, struct RClass *date);
void kobako_init_strptime(mrb_state *mrb, struct RClass *date);
void kobako_init_date_time(mrb_state *mrb, struct RClass *date_time);

#endif
