/* Digest::Base, which `require "digest"` defines: a context of one of the algorithms. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_digests.h>

struct algorithm {
  const char *name;
  uint8_t digest_length, block_length;
};

static const struct algorithm algorithms[] = {
  [KOBAKO_MD5] = { "MD5", 16, 64 },        [KOBAKO_SHA1] = { "SHA1", 20, 64 },
  [KOBAKO_RMD160] = { "RMD160", 20, 64 },  [KOBAKO_SHA256] = { "SHA256", 32, 64 },
  [KOBAKO_SHA384] = { "SHA384", 48, 128 }, [KOBAKO_SHA512] = { "SHA512", 64, 128 },
};

enum { COUNT = sizeof(algorithms) / sizeof(algorithms[0]) };

static const struct kobako_digests *digests;

static const struct mrb_data_type digest_type = { "digest", mrb_free };

void
kobako_use_digests(const struct kobako_digests *table)
{
  digests = table;
}

/* The number of the algorithm of a class, or of the nearest that it comes from. */
static uint32_t
algorithm_of(mrb_state *mrb, mrb_value self)
{
  struct RClass *c = mrb_obj_class(mrb, self);

  if (c == mrb_class_get_under_id(mrb, mrb_module_get_id(mrb, MRB_SYM(Digest)), MRB_SYM(Base))) {
    mrb_raise(mrb, E_NOTIMP_ERROR, "Digest::Base is an abstract class");
  }
  for (; c; c = c->super) {
    mrb_value number = mrb_iv_get(mrb, mrb_obj_value(c), MRB_SYM(algorithm));
    if (mrb_integer_p(number)) return (uint32_t)mrb_integer(number);
  }
  mrb_raise(mrb, E_RUNTIME_ERROR, "Digest::Base cannot be directly inherited in Ruby");
}

static void *
room_of(mrb_state *mrb, mrb_value self)
{
  if (!DATA_PTR(self)) mrb_data_init(self, mrb_malloc(mrb, digests->size), &digest_type);
  return DATA_PTR(self);
}

static mrb_value
base_reset(mrb_state *mrb, mrb_value self)
{
  uint32_t algorithm = algorithm_of(mrb, self);

  digests->begin(room_of(mrb, self), algorithm);
  return self;
}

static void *
context_of(mrb_state *mrb, mrb_value self)
{
  if (!DATA_PTR(self)) base_reset(mrb, self);
  return DATA_PTR(self);
}

static mrb_value
base_copy(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);

  if (mrb_obj_equal(mrb, self, other)) return self;
  mrb_check_frozen(mrb, mrb_basic_ptr(self));
  if (mrb_type(other) != MRB_TT_CDATA || mrb_obj_class(mrb, self) != mrb_obj_class(mrb, other)) {
    mrb_raise(mrb, E_TYPE_ERROR, "different algorithms");
  }
  digests->copy(room_of(mrb, self), context_of(mrb, other));
  return self;
}

static mrb_value
base_update(mrb_state *mrb, mrb_value self)
{
  mrb_value text = mrb_ensure_string_type(mrb, mrb_get_arg1(mrb));

  digests->update(context_of(mrb, self), RSTRING_PTR(text), RSTRING_LEN(text));
  return self;
}

static mrb_value
base_finish(mrb_state *mrb, mrb_value self)
{
  mrb_int len = algorithms[algorithm_of(mrb, self)].digest_length;
  void *context = context_of(mrb, self);
  mrb_value digest = mrb_str_new(mrb, NULL, len);

  digests->finish(context, RSTRING_PTR(digest), len);
  RSTR_SET_ENCODING(mrb_str_ptr(digest), MRB_STR_BINARY);
  return digest;
}

static mrb_value
base_digest_length(mrb_state *mrb, mrb_value self)
{
  return mrb_fixnum_value(algorithms[algorithm_of(mrb, self)].digest_length);
}

static mrb_value
base_block_length(mrb_state *mrb, mrb_value self)
{
  return mrb_fixnum_value(algorithms[algorithm_of(mrb, self)].block_length);
}

/* __define_digest_base(superclass): Digest::Base. */
static mrb_value
define_base(mrb_state *mrb, mrb_value self)
{
  struct RClass *digest = mrb_module_get_id(mrb, MRB_SYM(Digest));
  mrb_value parent = mrb_get_arg1(mrb);
  struct RClass *base;

  mrb_check_type(mrb, parent, MRB_TT_CLASS);
  base = mrb_define_class_under_id(mrb, digest, MRB_SYM(Base), mrb_class_ptr(parent));
  MRB_SET_INSTANCE_TT(base, MRB_TT_CDATA);
  mrb_define_private_method_id(mrb, base, MRB_SYM(initialize), base_reset, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, base, MRB_SYM(initialize_copy), base_copy, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, base, MRB_SYM(reset), base_reset, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, base, MRB_SYM(update), base_update, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, base, MRB_OPSYM(lshift), base_update, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, base, MRB_SYM(finish), base_finish, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, base, MRB_SYM(digest_length), base_digest_length, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, base, MRB_SYM(block_length), base_block_length, MRB_ARGS_NONE());
  return mrb_obj_value(base);
}

/* __define_digest(name): a class of Digest::Base for one of the algorithms. */
static mrb_value
define_digest(mrb_state *mrb, mrb_value self)
{
  struct RClass *digest = mrb_module_get_id(mrb, MRB_SYM(Digest)), *c;
  mrb_value name = mrb_ensure_string_type(mrb, mrb_get_arg1(mrb));
  struct RClass *base = mrb_class_get_under_id(mrb, digest, MRB_SYM(Base));

  for (int i = 0; i < COUNT; i++) {
    if (!mrb_str_equal(mrb, name, mrb_str_new_cstr(mrb, algorithms[i].name))) continue;
    c = mrb_define_class_under(mrb, digest, algorithms[i].name, base);
    mrb_iv_set(mrb, mrb_obj_value(c), MRB_SYM(algorithm), mrb_fixnum_value(i));
    return mrb_obj_value(c);
  }
  mrb_raisef(mrb, E_ARGUMENT_ERROR, "no such algorithm: %v", name);
}

void
mrb_kobako_digest_gem_init(mrb_state *mrb)
{
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(__define_digest_base), define_base, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(__define_digest), define_digest, MRB_ARGS_REQ(1));
}

void
mrb_kobako_digest_gem_final(mrb_state *mrb)
{
}
