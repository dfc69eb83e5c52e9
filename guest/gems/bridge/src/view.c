/* Values laid open for the guest crate. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/string.h>
#include <kobako.h>

static uint32_t
view_bytes(mrb_value value, struct kobako_view *out)
{
  struct RString *s = mrb_str_ptr(value);
  out->as.bytes = RSTR_PTR(s);
  out->len = (uint32_t)RSTR_LEN(s);
  return RSTR_BINARY_P(s) ? KOBAKO_BIN : KOBAKO_STR;
}

static uint32_t
view_object(mrb_state *mrb, mrb_value value, struct kobako_view *out)
{
  out->as.i = kobako_handle_id(value);
  return out->as.i > 0 ? KOBAKO_HANDLE : kobako_exact_kind(mrb, value);
}

static uint32_t
view_bigint(mrb_state *mrb, mrb_value value, struct kobako_view *out)
{
  if (mrb_bint_size(mrb, value) > 8) return KOBAKO_BIG;
  if (mrb_bint_sign(mrb, value) < 0) {
    if (mrb_bint_cmp(mrb, value, mrb_fixnum_value(MRB_INT_MIN)) < 0) return KOBAKO_BIG;
    out->as.i = mrb_bint_as_int(mrb, value);
    return KOBAKO_INT;
  }
  out->as.i = (int64_t)mrb_bint_as_uint64(mrb, value);
  return KOBAKO_UINT;
}

void
kobako_view(mrb_state *mrb, const mrb_value *value, struct kobako_view *out)
{
  mrb_value v = *value;
  mrb_int len;

  switch (mrb_type(v)) {
  case MRB_TT_FALSE:
    out->kind = mrb_nil_p(v) ? KOBAKO_NIL : KOBAKO_FALSE;
    break;
  case MRB_TT_TRUE:
    out->kind = KOBAKO_TRUE;
    break;
  case MRB_TT_INTEGER:
    out->kind = KOBAKO_INT;
    out->as.i = mrb_integer(v);
    break;
  case MRB_TT_FLOAT:
    out->kind = KOBAKO_FLOAT;
    out->as.f = mrb_float(v);
    break;
  case MRB_TT_BIGINT:
    out->kind = view_bigint(mrb, v, out);
    break;
  case MRB_TT_STRING:
    out->kind = view_bytes(v, out);
    break;
  case MRB_TT_SYMBOL:
    out->kind = KOBAKO_SYMBOL;
    out->as.bytes = mrb_sym_name_len(mrb, mrb_symbol(v), &len);
    out->len = (uint32_t)len;
    break;
  case MRB_TT_ARRAY:
    out->kind = KOBAKO_ARRAY;
    out->as.elements = RARRAY_PTR(v);
    out->len = (uint32_t)RARRAY_LEN(v);
    break;
  case MRB_TT_HASH:
    out->kind = KOBAKO_HASH;
    out->len = (uint32_t)mrb_hash_size(mrb, v);
    break;
  default:
    out->kind = view_object(mrb, v, out);
  }
}

struct each_pair {
  int (*each)(void *, const mrb_value *, const mrb_value *);
  void *data;
};

static int
each_pair(mrb_state *mrb, mrb_value key, mrb_value value, void *p)
{
  struct each_pair *call = (struct each_pair *)p;
  return call->each(call->data, &key, &value);
}

void
kobako_each_pair(mrb_state *mrb, const mrb_value *hash, int (*each)(void *, const mrb_value *, const mrb_value *),
                 void *data)
{
  struct each_pair call = { each, data };
  mrb_hash_foreach(mrb, mrb_hash_ptr(*hash), each_pair, &call);
}
