/* A stream on descriptor 0, 1 or 2, and how a text is written to it or to what took its place. */
#include <unistd.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "stream.h"

static const struct mrb_data_type io_type = { "IO", NULL };

static mrb_noreturn void
raise_named(mrb_state *mrb, mrb_sym name, const char *message)
{
  mrb_raise(mrb, mrb_exc_get_id(mrb, name), message);
}

/* One more than the descriptor: a stream without one holds NULL, a closed one CLOSED. */
static void *
descriptor_data(int fd)
{
  return (void *)(intptr_t)(fd + 1);
}

#define CLOSED (-2)

int
kobako_descriptor(mrb_state *mrb, mrb_value io)
{
  intptr_t place = (intptr_t)mrb_data_check_get_ptr(mrb, io, &io_type);
  if (place == 0) raise_named(mrb, MRB_SYM(IOError), "uninitialized stream");
  if (place == CLOSED + 1) raise_named(mrb, MRB_SYM(IOError), "closed stream");
  return (int)place - 1;
}

void
kobako_write_all(mrb_state *mrb, int fd, const char *bytes, size_t len)
{
  if (fd == 0) raise_named(mrb, MRB_SYM(IOError), "not opened for writing");
  while (len > 0) {
    ssize_t written = write(fd, bytes, len);
    if (written <= 0) raise_named(mrb, MRB_SYM(IOError), "stream does not take the output");
    bytes += written;
    len -= (size_t)written;
  }
}

/* A stream that nobody subclassed or gave methods of its own: its bytes need no `write` call. */
mrb_bool
kobako_plain_io_p(mrb_state *mrb, mrb_value out)
{
  return mrb_data_check_get_ptr(mrb, out, &io_type) != NULL &&
         mrb_class(mrb, out) == mrb_class_get_id(mrb, MRB_SYM(IO));
}

void
kobako_emit(mrb_state *mrb, mrb_value out, mrb_value text)
{
  if (kobako_plain_io_p(mrb, out)) {
    kobako_write_all(mrb, kobako_descriptor(mrb, out), RSTRING_PTR(text), (size_t)RSTRING_LEN(text));
  }
  else {
    mrb_funcall_argv(mrb, out, MRB_SYM(write), 1, &text);
  }
}

void
kobako_set_descriptor(mrb_value io, int fd)
{
  mrb_data_init(io, descriptor_data(fd), &io_type);
}

void
kobako_close_stream(mrb_value io)
{
  kobako_set_descriptor(io, CLOSED);
}

mrb_bool
kobako_closed_stream_p(mrb_value io)
{
  return DATA_PTR(io) == descriptor_data(CLOSED);
}

mrb_value
kobako_open_stream(mrb_state *mrb, struct RClass *io, int fd)
{
  return mrb_obj_value(mrb_data_object_alloc(mrb, io, descriptor_data(fd), &io_type));
}
