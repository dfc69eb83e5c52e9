/* Values whose parts the guest crate reads and sets: long integers, rationals, decimals, times, dates, ranges, sets, and
   structs of a script's own. No guest code runs, but for what loading a class takes. */
#ifndef KOBAKO_EXACT_H
#define KOBAKO_EXACT_H

#include <mruby.h>

/* The absolute value of an Integer, the lowest byte first, without zeros behind it. */
struct kobako_magnitude {
  const uint8_t *bytes;
  uint32_t len;
  uint32_t negative;
  uint8_t word[8]; /* where bytes points for a short one */
};

struct kobako_time {
  int64_t seconds;
  uint32_t nanoseconds;
  int32_t offset;
  uint32_t utc;
};

/* A day in UTC, its time and the offset of its clock. */
struct kobako_date {
  int64_t day;
  double start;
  uint32_t second;
  uint32_t nanoseconds;
  int32_t offset;
};

struct kobako_decimal {
  const char *digits; /* NULL for one that has none */
  uint32_t len;
  int32_t exponent;
  uint32_t negative;
  int32_t sign;    /* of one that has none: as kobako_special_decimal takes it */
  char buffer[20]; /* where digits points for a few */
};

/* FALSE if the value is no Integer. */
mrb_bool kobako_magnitude_of(const mrb_value *value, struct kobako_magnitude *out);

/* FALSE if the parts are not in range, or none: a script may set them. */
mrb_bool kobako_time_of(mrb_state *mrb, const mrb_value *value, struct kobako_time *out);
mrb_bool kobako_date_of(mrb_state *mrb, const mrb_value *value, struct kobako_date *out);

/* FALSE if the parts are none, or the memory is at its end. The digits stay in place until the next call that allocates. */
mrb_bool kobako_decimal_of(mrb_state *mrb, const mrb_value *value, struct kobako_decimal *out);

/* Numerator and denominator, real and imaginary part, or the ends of a range. */
mrb_bool kobako_parts_of(mrb_state *mrb, const mrb_value *value, mrb_value *one, mrb_value *two);
mrb_bool kobako_excludes_end(mrb_state *mrb, const mrb_value *range);

/* The Hash whose keys are the members. */
mrb_bool kobako_members_of(mrb_state *mrb, const mrb_value *set, mrb_value *hash);

/* The names of the members as an Array of Symbols, and where their values stand. */
mrb_bool kobako_record_of(mrb_state *mrb, const mrb_value *record, mrb_value *names, const mrb_value **values);

/* Builders; FALSE and the exception in *out if the memory is at its end or a class does not load. */

/* `len` is a multiple of four; zeros may stand behind. */
mrb_bool kobako_integer(mrb_state *mrb, mrb_bool negative, const uint8_t *bytes, size_t len, mrb_value *out);
mrb_bool kobako_time(mrb_state *mrb, const struct kobako_time *time, mrb_value *out);
mrb_bool kobako_date(mrb_state *mrb, mrb_bool with_time, const struct kobako_date *date, mrb_value *out);
mrb_bool kobako_decimal(mrb_state *mrb, mrb_bool negative, const char *digits, size_t len, int32_t exponent,
                        mrb_value *out);
/* NaN (0), 0 and -0 (1 and -1), Infinity and -Infinity (3 and -3). */
mrb_bool kobako_special_decimal(mrb_state *mrb, int32_t sign, mrb_value *out);
mrb_bool kobako_rational(mrb_state *mrb, const mrb_value *numerator, const mrb_value *denominator, mrb_value *out);
mrb_bool kobako_complex(mrb_state *mrb, const mrb_value *real, const mrb_value *imaginary, mrb_value *out);
mrb_bool kobako_range(mrb_state *mrb, const mrb_value *begin, const mrb_value *end, mrb_bool exclude_end,
                      mrb_value *out);
mrb_bool kobako_set(mrb_state *mrb, const mrb_value *hash, mrb_value *out);

/* Keeps the classes that are there from the start, whatever a script makes of their names. */
void kobako_note_exact_classes(mrb_state *mrb);

#endif
