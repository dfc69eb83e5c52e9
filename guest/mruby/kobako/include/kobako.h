/* What the guest crate calls. Values pass by pointer, so that neither side depends on how the
   other passes a struct. None of these raises: what can fail returns FALSE. */
#ifndef KOBAKO_H
#define KOBAKO_H

#include <mruby.h>

enum kobako_kind {
  KOBAKO_NIL, KOBAKO_FALSE, KOBAKO_TRUE, KOBAKO_INT, KOBAKO_UINT, KOBAKO_FLOAT, KOBAKO_STR,
  KOBAKO_BIN, KOBAKO_SYMBOL, KOBAKO_ARRAY, KOBAKO_HASH, KOBAKO_BIG, KOBAKO_OTHER
};

/* A value laid open: the field that `kind` names is set; `len` counts bytes, elements or pairs. */
struct kobako_view {
  uint32_t kind;
  uint32_t len;
  union {
    int64_t i;
    double f;
    const char *bytes;
    const mrb_value *elements;
  } as;
};

/* Boots the interpreter; NULL if it cannot. */
mrb_state *kobako_open(void);

/* Compiles and runs a program at top level. FALSE and the exception in *out if it raised; a
   SyntaxError with a line for each error if it does not compile. `file` ends in NUL. */
mrb_bool kobako_run(mrb_state *mrb, const char *file, const char *source, size_t len, mrb_value *out);

enum kobako_loaded { KOBAKO_RAISED, KOBAKO_RAN, KOBAKO_NOT_BYTECODE };

/* Runs a RITE binary at top level. RITE is not a safe format: what a hostile one can do ends at
   the borders of this module's memory. */
enum kobako_loaded kobako_run_bytecode(mrb_state *mrb, const uint8_t *code, size_t len, mrb_value *out);

/* Lays a value open. Never raises, never calls guest code, never allocates. */
void kobako_view(mrb_state *mrb, const mrb_value *value, struct kobako_view *out);

/* Calls each(data, key, value) for the pairs of a hash until it returns non-zero. */
void kobako_each_pair(mrb_state *mrb, const mrb_value *hash,
                      int (*each)(void*, const mrb_value*, const mrb_value*), void *data);

/* The name of an object's class as a String; FALSE if that raised. */
mrb_bool kobako_class_name(mrb_state *mrb, const mrb_value *value, mrb_value *out);

/* What the exception's `message` answers; FALSE if it raised or is no String. */
mrb_bool kobako_message(mrb_state *mrb, const mrb_value *exc, mrb_value *out);

/* The message as it was given, without a call into guest code; nil if there is none. */
void kobako_raw_message(mrb_state *mrb, const mrb_value *exc, mrb_value *out);

/* The backtrace as an Array of Strings, or nil; FALSE if that raised. */
mrb_bool kobako_backtrace(mrb_state *mrb, const mrb_value *exc, mrb_value *out);

#endif
