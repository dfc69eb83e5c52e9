/* What the files about Time call of each other. */
#ifndef KOBAKO_TIME_PARTS_H
#define KOBAKO_TIME_PARTS_H

#include <mruby.h>
#include "calendar.h"
#include "strftime.h"

/* A moment as its Time has it: seconds since the epoch, attoseconds of the next one, and by how many seconds its clock is
   ahead of UTC. */
struct kobako_moment {
  mrb_value seconds, sub, offset; /* Integers, also long ones; Rationals, too, but for the first */
  mrb_value object;               /* nil, :local for the zone of the sandbox, or what tells the offset */
  mrb_bool utc;
};

/* The moment of a Time; raises TypeError for one that was never set. */
void kobako_moment(mrb_state *mrb, mrb_value time, struct kobako_moment *out);

/* Whether seconds, attoseconds and the offset are small integers. */
mrb_bool kobako_plain_moment_p(const struct kobako_moment *moment);

extern struct RClass *kobako_time_class;
mrb_bool kobako_time_p(mrb_state *mrb, mrb_value value);

/* Sets a Time, which must not be frozen. */
void kobako_set_moment(mrb_state *mrb, mrb_value time, const struct kobako_moment *moment);

/* A Time of a class. */
mrb_value kobako_new_time(mrb_state *mrb, struct RClass *klass, const struct kobako_moment *moment);

/* What strftime shows of a Time. */
void kobako_shown_time(mrb_state *mrb, mrb_value time, struct kobako_shown *out);

/* The seconds and attoseconds of an Integer, or of a Float that ends within 18 binary digits; FALSE for another value. */
mrb_bool kobako_split(mrb_value number, int64_t *seconds, int64_t *sub);

/* Nanoseconds since the epoch by the clock of the host. */
int64_t kobako_realtime(mrb_state *mrb);

void kobako_init_clock(mrb_state *mrb, struct RClass *time);
void kobako_init_time(mrb_state *mrb, struct RClass *time);
void kobako_init_time_arithmetic(mrb_state *mrb, struct RClass *time);
void kobako_init_time_made(mrb_state *mrb, struct RClass *time);
void kobako_init_time_texts(mrb_state *mrb, struct RClass *time);

#endif
