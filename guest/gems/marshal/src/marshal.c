/* What Marshal, which is in guest/library, has in C. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "marshal.h"

/* __define_marshal(writer, reader): gives two classes their methods. */
static mrb_value
define_marshal(mrb_state *mrb, mrb_value self)
{
  struct RClass *writer, *reader;

  mrb_get_args(mrb, "cc", &writer, &reader);
  kobako_define_marshal_writer(mrb, writer);
  kobako_define_marshal_reader(mrb, reader);
  return mrb_nil_value();
}

void
mrb_kobako_marshal_gem_init(mrb_state *mrb)
{
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(__define_marshal), define_marshal, MRB_ARGS_REQ(2));
}

void
mrb_kobako_marshal_gem_final(mrb_state *mrb)
{
}
