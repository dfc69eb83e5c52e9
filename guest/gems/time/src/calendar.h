/* Days of the Gregorian calendar. */
#ifndef KOBAKO_CALENDAR_H
#define KOBAKO_CALENDAR_H

#include <mruby.h>

enum { DAY_SECONDS = 86400, JULIAN_EPOCH = 2440588 };

#define ATTOSECONDS 1000000000000000000

struct kobako_day {
  int64_t year;
  int month, day, yday;
};

/* Days from 1970-01-01 to a day of a year that is less than 10 ** 15 away. */
int64_t kobako_days(int64_t year, int month, int64_t day);

void kobako_day_of(int64_t days, struct kobako_day *out);
mrb_bool kobako_leap_year_p(int64_t year);

/* How many days a month has. */
int kobako_month_days(int month, mrb_bool leap);

static inline int64_t
kobako_div(int64_t number, int64_t by)
{
  return number / by - (number % by < 0);
}

static inline int64_t
kobako_mod(int64_t number, int64_t by)
{
  int64_t rest = number % by;
  return rest < 0 ? rest + by : rest;
}

#endif
