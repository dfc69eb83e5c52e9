/* mruby's text of floats, done by the guest crate. Called through pointers, so that the module
   exports no name for it. */
#include <kobako_floats.h>

static const struct kobako_floats *floats;

void
kobako_use_floats(const struct kobako_floats *table)
{
  floats = table;
}

double
kobako_read_float(const char *text, size_t length)
{
  return floats->read(text, length);
}

int
kobako_float_to_s(double f, char *buf, size_t size)
{
  return floats->to_s(f, buf, size);
}

int
kobako_format_float(double f, char *buf, size_t size, uint8_t fmt, int prec, int alt_form)
{
  return floats->format(f, buf, size, fmt, prec, alt_form);
}
