/* Years, months and days to numbers of days, and back. */
#include "calendar.h"

/* From 0000-03-01, with which a cycle of 400 years begins, to 1970-01-01. */
enum { CYCLE_DAYS = 146097, FIRST_CYCLE = 719468 };

int64_t
kobako_days(int64_t year, int month, int64_t day)
{
  if (month < 3) year--;
  int64_t cycle = kobako_div(year, 400), of_cycle = year - cycle * 400;
  int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return cycle * CYCLE_DAYS + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - FIRST_CYCLE;
}

mrb_bool
kobako_leap_year_p(int64_t year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
kobako_month_days(int month, mrb_bool leap)
{
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* The years of a cycle begin with March. */
void
kobako_day_of(int64_t days, struct kobako_day *out)
{
  int64_t cycle = kobako_div(days, CYCLE_DAYS);
  int of_cycle = (int)(days - cycle * CYCLE_DAYS) + FIRST_CYCLE % CYCLE_DAYS;

  cycle += FIRST_CYCLE / CYCLE_DAYS;
  if (of_cycle >= CYCLE_DAYS) {
    of_cycle -= CYCLE_DAYS;
    cycle++;
  }
  int year = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / 146096) / 365;
  int of_year = of_cycle - (365 * year + year / 4 - year / 100);
  int part = (5 * of_year + 2) / 153;

  out->month = part < 10 ? part + 3 : part - 9;
  out->day = of_year - (153 * part + 2) / 5 + 1;
  out->year = cycle * 400 + year + (part >= 10);
  out->yday = part < 10 ? of_year + 60 + kobako_leap_year_p(out->year) : of_year - 305;
}
