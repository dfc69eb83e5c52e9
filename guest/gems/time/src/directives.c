/* What the directives of strftime show. */
#include <string.h>
#include <mruby.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "calendar.h"
#include "directives.h"

const char *const kobako_day_names[] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };
const char *const kobako_month_names[] = { "January", "February", "March",     "April",   "May",      "June",
                                           "July",    "August",   "September", "October", "November", "December" };

static void
number(struct kobako_growing *text, const struct kobako_directive *directive, mrb_value value, int usual, char fill)
{
  int64_t width = directive->left ? 1 : directive->width > 0 ? directive->width : usual;
  kobako_grow_integer(text, value, width, directive->fill ? directive->fill : fill);
}

static void
small(struct kobako_growing *text, const struct kobako_directive *directive, int64_t value, int usual, char fill)
{
  number(text, directive, mrb_int_value(text->mrb, value), usual, fill);
}

static void
year(struct kobako_growing *text, const struct kobako_directive *directive, mrb_value value)
{
  number(text, directive, value, mrb_integer_p(value) && mrb_integer(value) < 0 ? 5 : 4, '0');
}

static mrb_value
century(mrb_state *mrb, mrb_value year)
{
  if (mrb_integer_p(year)) return mrb_int_value(mrb, kobako_div(mrb_integer(year), 100));
  return mrb_funcall_id(mrb, year, MRB_SYM(div), 1, mrb_int_value(mrb, 100));
}

/* Which year it is of 400, after which the calendar begins anew. */
static int
of_cycle(mrb_state *mrb, mrb_value year)
{
  if (!mrb_integer_p(year)) year = mrb_funcall_id(mrb, year, MRB_OPSYM(mod), 1, mrb_int_value(mrb, 400));
  return (int)kobako_mod(mrb_as_int(mrb, year), 400);
}

static void
put_cased(struct kobako_growing *text, const char *bytes, size_t len, int change)
{
  for (size_t i = 0; i < len; i++) {
    char c = bytes[i];

    if (change > 0 && c >= 'a' && c <= 'z') c -= 'a' - 'A';
    if (change < 0 && c >= 'A' && c <= 'Z') c += 'a' - 'A';
    kobako_grow_byte(text, c);
  }
}

void
kobako_show_cased(struct kobako_growing *text, const struct kobako_directive *directive, const char *bytes, size_t len,
                  int change)
{
  if (!directive->left)
    kobako_grow_fill(text, directive->fill ? directive->fill : ' ', directive->width - (int64_t)len);
  change == 0 ? kobako_grow(text, bytes, len) : put_cased(text, bytes, len, change);
}

static void
word(struct kobako_growing *text, const struct kobako_directive *directive, const char *bytes, size_t len)
{
  kobako_show_cased(text, directive, bytes, len, directive->upper || directive->change);
}

static void
name(struct kobako_growing *text, const struct kobako_directive *directive, const char *name)
{
  word(text, directive, name, strlen(name));
}

static void
half(struct kobako_growing *text, const struct kobako_directive *directive, int hour, mrb_bool lower)
{
  int change = directive->upper;

  if (lower ? !(directive->change || directive->upper) : directive->change) change = -1;
  kobako_show_cased(text, directive, hour < 12 ? "AM" : "PM", 2, change);
}

/* Digits of the fraction of a second. */
static void
fraction(struct kobako_growing *text, const struct kobako_shown *shown, const struct kobako_directive *directive,
         int usual)
{
  mrb_state *mrb = text->mrb;
  int64_t width = directive->width > 0 ? directive->width : usual;
  char digits[18];

  if (shown->sub < 0) {
    mrb_value asked = mrb_funcall_id(mrb, shown->self, MRB_SYM(__fraction), 1, mrb_int_value(mrb, width));

    asked = mrb_ensure_string_type(mrb, asked);
    kobako_grow(text, RSTRING_PTR(asked), (size_t)RSTRING_LEN(asked));
    return;
  }
  int64_t left = shown->sub;
  for (int i = 17; i >= 0; i--, left /= 10) digits[i] = (char)('0' + left % 10);
  kobako_grow(text, digits, width < 18 ? (size_t)width : 18);
  kobako_grow_fill(text, '0', width - 18);
}

static void
two(struct kobako_growing *text, mrb_bool colon, int value)
{
  if (colon) kobako_grow_byte(text, ':');
  kobako_grow_int(text, value, 2, '0');
}

/* `-` is for the offset of UTC of a Time, whose sign it makes a minus: that of a place that nobody knows. */
static void
offset(struct kobako_growing *text, const struct kobako_shown *shown, const struct kobako_directive *directive)
{
  int seconds = shown->offset < 0 ? -shown->offset : shown->offset, hours = seconds / 3600, colons = directive->colons;
  mrb_bool minus = shown->offset < 0 || (!shown->date && shown->utc && directive->left);
  mrb_bool show_seconds = colons == 2 || (colons == 3 && seconds % 60 > 0);
  mrb_bool show_minutes = colons < 3 || seconds % 3600 > 0;
  int tail = show_seconds ? 6 : show_minutes ? 2 + (colons > 0) : 0;
  int least = directive->left && shown->date && hours < 10 ? 2 : 3;
  int64_t width = directive->width - tail > least ? directive->width - tail : least;

  if (directive->fill == ' ') kobako_grow_fill(text, ' ', width - 1 - (hours < 10 ? 1 : 2));
  kobako_grow_byte(text, minus ? '-' : '+');
  kobako_grow_int(text, hours, directive->fill == ' ' ? 1 : width - 1, '0');
  if (show_minutes) two(text, colons > 0, seconds / 60 % 60);
  if (show_seconds) two(text, TRUE, seconds % 60);
}

static void
zone(struct kobako_growing *text, const struct kobako_shown *shown, const struct kobako_directive *directive)
{
  int change = directive->change ? -1 : directive->upper;

  if (shown->utc && !shown->date) {
    kobako_show_cased(text, directive, "UTC", 3, change);
    return;
  }
  mrb_value name = mrb_ensure_string_type(text->mrb, mrb_funcall_id(text->mrb, shown->self, MRB_SYM(__zone_name), 0));
  if (RSTRING_LEN(name) == 0) return;
  kobako_show_cased(text, directive, RSTRING_PTR(name), (size_t)RSTRING_LEN(name), change);
}

/* Weeks of ISO 8601 that a year has which ends on this day of the week: it is a long one from or to a Thursday. */
static int
weeks_of(int last, mrb_bool leap)
{
  return last == 4 || (leap && last == 5) ? 53 : 52;
}

int
kobako_week(mrb_state *mrb, const struct kobako_shown *shown, int *years)
{
  int year = of_cycle(mrb, shown->year);
  int week = (shown->yday - (shown->wday + 6) % 7 + 9) / 7, before = (shown->wday - shown->yday + 371) % 7;
  mrb_bool leap = kobako_leap_year_p(year);

  *years = 0;
  if (week < 1) {
    *years = -1;
    return weeks_of(before, kobako_leap_year_p(year + 399));
  }
  if (week == 53 && weeks_of((before + 365 + leap) % 7, leap) == 52) {
    *years = 1;
    return 1;
  }
  return week;
}

static void
weeks(struct kobako_growing *text, const struct kobako_shown *shown, const struct kobako_directive *directive,
      char letter)
{
  mrb_state *mrb = text->mrb;
  int years, found = 0;
  mrb_value of_year;

  if (shown->gregorian) {
    found = kobako_week(mrb, shown, &years);
    of_year = mrb_num_add(mrb, shown->year, mrb_int_value(mrb, years));
  }
  else if (letter == 'V') {
    number(text, directive, mrb_funcall_id(mrb, shown->self, MRB_SYM(__cweek), 0), 2, '0');
    return;
  }
  else {
    of_year = mrb_funcall_id(mrb, shown->self, MRB_SYM(__cwyear), 0);
  }
  if (letter == 'V') {
    small(text, directive, found, 2, '0');
  }
  else if (letter == 'G') {
    year(text, directive, of_year);
  }
  else {
    small(text, directive, of_cycle(mrb, of_year) % 100, 2, '0');
  }
}

static mrb_value
epoch(mrb_state *mrb, const struct kobako_shown *shown)
{
  return mrb_undef_p(shown->epoch) ? mrb_funcall_id(mrb, shown->self, MRB_SYM(__epoch), 0) : shown->epoch;
}

/* The numbers; FALSE for another letter. */
static mrb_bool
numeric(struct kobako_growing *text, const struct kobako_shown *shown, const struct kobako_directive *directive,
        char letter)
{
  mrb_state *mrb = text->mrb;

  switch (letter) {
  case 'Y':
    year(text, directive, shown->year);
    break;
  case 'C':
    number(text, directive, century(mrb, shown->year), 2, '0');
    break;
  case 'y':
    small(text, directive, of_cycle(mrb, shown->year) % 100, 2, '0');
    break;
  case 'm':
    small(text, directive, shown->month, 2, '0');
    break;
  case 'd':
    small(text, directive, shown->day, 2, '0');
    break;
  case 'e':
    small(text, directive, shown->day, 2, ' ');
    break;
  case 'j':
    small(text, directive, shown->yday, 3, '0');
    break;
  case 'H':
    small(text, directive, shown->hour, 2, '0');
    break;
  case 'k':
    small(text, directive, shown->hour, 2, ' ');
    break;
  case 'I':
    small(text, directive, (shown->hour + 11) % 12 + 1, 2, '0');
    break;
  case 'l':
    small(text, directive, (shown->hour + 11) % 12 + 1, 2, ' ');
    break;
  case 'M':
    small(text, directive, shown->min, 2, '0');
    break;
  case 'S':
    small(text, directive, shown->sec, 2, '0');
    break;
  case 's':
    number(text, directive, epoch(mrb, shown), 1, '0');
    break;
  case 'u':
    small(text, directive, (shown->wday + 6) % 7 + 1, 1, '0');
    break;
  case 'w':
    small(text, directive, shown->wday, 1, '0');
    break;
  case 'U':
    small(text, directive, (shown->yday + 6 - shown->wday) / 7, 2, '0');
    break;
  case 'W':
    small(text, directive, (shown->yday + 6 - (shown->wday + 6) % 7) / 7, 2, '0');
    break;
  case 'G':
  case 'g':
  case 'V':
    weeks(text, shown, directive, letter);
    break;
  case 'L':
    fraction(text, shown, directive, 3);
    break;
  case 'N':
    fraction(text, shown, directive, 9);
    break;
  case 'z':
    offset(text, shown, directive);
    break;
  case 'Q':
    if (!shown->date) return FALSE;
    number(text, directive, mrb_funcall_id(mrb, shown->self, MRB_SYM(__epoch_millis), 0), 1, '0');
    break;
  default:
    return FALSE;
  }
  return TRUE;
}

mrb_bool
kobako_show_directive(struct kobako_growing *text, const struct kobako_shown *shown,
                      const struct kobako_directive *directive, char letter)
{
  if (numeric(text, shown, directive, letter)) return TRUE;
  switch (letter) {
  case 'A':
    name(text, directive, kobako_day_names[shown->wday]);
    return TRUE;
  case 'a':
    word(text, directive, kobako_day_names[shown->wday], 3);
    return TRUE;
  case 'B':
    name(text, directive, kobako_month_names[shown->month - 1]);
    return TRUE;
  case 'b':
  case 'h':
    word(text, directive, kobako_month_names[shown->month - 1], 3);
    return TRUE;
  case 'p':
  case 'P':
    half(text, directive, shown->hour, letter == 'P');
    return TRUE;
  case 'Z':
    zone(text, shown, directive);
    return TRUE;
  case 'n':
    word(text, directive, "\n", 1);
    return TRUE;
  case 't':
    word(text, directive, "\t", 1);
    return TRUE;
  case '%':
    word(text, directive, "%", 1);
    return TRUE;
  default:
    return FALSE;
  }
}
