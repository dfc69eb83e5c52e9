/* The text of floats, which the guest crate makes. */
#ifndef KOBAKO_FLOATS_H
#define KOBAKO_FLOATS_H

#include <mruby.h>

/* The text of floats: `read` takes what mruby scanned as a number, the others write at most `size`
   bytes and give their count. */
struct kobako_floats {
  double (*read)(const char *text, size_t length);
  int (*to_s)(double f, char *buf, size_t size);
  int (*format)(double f, char *buf, size_t size, uint8_t conversion, int precision, int alternate);
};

/* Must be called before kobako_open. */
void kobako_use_floats(const struct kobako_floats *table);

/* A number as the table reads it; NaN if the text is none. */
double kobako_read_float(const char *text, size_t length);

/* A finite number from 0 on in the conversion f, e or g; `alternate` keeps the point and the zeros. */
int kobako_format_float(double f, char *buf, size_t size, uint8_t conversion, int precision, int alternate);

#endif
