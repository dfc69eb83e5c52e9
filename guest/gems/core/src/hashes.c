/* Methods of Hash without a block; with one they are those of ../mrblib/hash.rb. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "core.h"

static mrb_value
hash_fetch(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;
  mrb_value block, given[2] = { mrb_nil_value(), mrb_nil_value() };

  mrb_get_args(mrb, "*&", &argv, &argc, &block);
  if (argc < 1 || argc > 2) return mrb_hand_over(mrb, self, MRB_SYM(__fetch), argc, argv, block);
  for (mrb_int i = 0; i < argc; i++) given[i] = argv[i];
  if (argc == 1 || mrb_nil_p(block)) {
    mrb_value value = mrb_hash_fetch(mrb, self, given[0], mrb_undef_value());

    if (!mrb_undef_p(value)) return value;
    if (argc == 2) return given[1];
  }
  return mrb_hand_over(mrb, self, MRB_SYM(__fetch), argc, given, block);
}

/* Whether the one argument is a Hash, and there is no block. */
static mrb_bool
one_hash_p(mrb_int argc, const mrb_value *argv, mrb_value block)
{
  return argc == 1 && mrb_nil_p(block) && mrb_hash_p(argv[0]);
}

/* A copy of a subclass, or of what has a default, is made by its `dup`. */
static mrb_value
hash_merge(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;
  mrb_value block;

  mrb_get_args(mrb, "*&", &argv, &argc, &block);
  if (!one_hash_p(argc, argv, block) || mrb_hash_ptr(self)->c != mrb->hash_class || mrb_hash_ptr(self)->iv) {
    return mrb_hand_over(mrb, self, MRB_SYM(__merge_all), argc, argv, block);
  }
  mrb_value other = argv[0], merged = mrb_hash_dup(mrb, self);
  mrb_hash_merge(mrb, merged, other);
  return merged;
}

static mrb_value
hash_update(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;
  mrb_value block;

  mrb_get_args(mrb, "*&", &argv, &argc, &block);
  if (!one_hash_p(argc, argv, block)) return mrb_hand_over(mrb, self, MRB_SYM(__update), argc, argv, block);
  mrb_hash_merge(mrb, self, argv[0]);
  return self;
}

/* Without the default. */
static mrb_value
hash_except(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc != 1 || mrb_hash_ptr(self)->c != mrb->hash_class || mrb_hash_ptr(self)->iv) {
    return mrb_hand_over(mrb, self, MRB_SYM(__without), argc, argv, mrb_nil_value());
  }
  mrb_value key = argv[0], rest = mrb_hash_dup(mrb, self);
  mrb_hash_delete_key(mrb, rest, key);
  return rest;
}

void
kobako_init_hashes(mrb_state *mrb)
{
  struct RClass *hash = mrb->hash_class;

  mrb_define_method_id(mrb, hash, MRB_SYM(fetch), hash_fetch, MRB_ARGS_ARG(1, 1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, hash, MRB_SYM(except), hash_except, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, hash, MRB_SYM(merge), hash_merge, MRB_ARGS_ANY() | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, hash, MRB_SYM_B(merge), hash_update, MRB_ARGS_ANY() | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, hash, MRB_SYM(update), hash_update, MRB_ARGS_ANY() | MRB_ARGS_BLOCK());
}
