/* What the guest crate calls. Values pass by pointer, so that neither side depends on how the
   other passes a struct. None of these raises: what can fail returns FALSE. */
#ifndef KOBAKO_H
#define KOBAKO_H

#include <mruby.h>
#include <kobako_compiler.h>
#include <kobako_errors.h>
#include <kobako_exact.h>
#include <kobako_floats.h>
#include <kobako_services.h>
#include <kobako_yaml.h>

enum kobako_kind {
  KOBAKO_NIL,
  KOBAKO_FALSE,
  KOBAKO_TRUE,
  KOBAKO_INT,
  KOBAKO_UINT,
  KOBAKO_FLOAT,
  KOBAKO_STR,
  KOBAKO_BIN,
  KOBAKO_SYMBOL,
  KOBAKO_ARRAY,
  KOBAKO_HASH,
  KOBAKO_HANDLE,
  KOBAKO_BIG,
  KOBAKO_TIME,
  KOBAKO_DATE,
  KOBAKO_DATE_TIME,
  KOBAKO_DECIMAL,
  KOBAKO_RATIONAL,
  KOBAKO_COMPLEX,
  KOBAKO_RANGE,
  KOBAKO_SET,
  KOBAKO_RECORD, /* a Struct or a Data of the script's own */
  KOBAKO_OTHER
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

/* Which kind of value an object is, by its class and what it holds; KOBAKO_OTHER for none. */
enum kobako_kind kobako_exact_kind(mrb_state *mrb, mrb_value value);

/* Boots the interpreter, whose services send their requests by `send`; NULL if it cannot. */
mrb_state *kobako_open(kobako_send *send);

/* Compiles a program, which is kept until it runs. FALSE and the exception in *out if it does not
   compile: a SyntaxError with a line for each error, and the place of the first. `file` ends in
   NUL, `line` is the number of the first line. */
mrb_bool kobako_compile(mrb_state *mrb, const char *file, uint16_t line, const char *source, size_t len,
                        mrb_value *out);

/* Runs a compiled program at top level, once. FALSE and the exception in *out if it raised. */
mrb_bool kobako_run(mrb_state *mrb, const mrb_value *program, mrb_value *out);
/* Runs what at_exit was given, after what ended `well` or not with *out; whether it did then, and with what. */
mrb_bool kobako_leave(mrb_state *mrb, mrb_bool well, mrb_value *out);

enum kobako_loaded { KOBAKO_RAISED, KOBAKO_RAN, KOBAKO_NOT_BYTECODE };

/* Runs a RITE binary at top level. RITE is not a safe format: what a hostile one can do ends at
   the borders of this module's memory. */
enum kobako_loaded kobako_run_bytecode(mrb_state *mrb, const uint8_t *code, size_t len, mrb_value *out);

/* Sets $0. FALSE and the exception in *out if the memory is at its end. */
mrb_bool kobako_name_program(mrb_state *mrb, const char *file, mrb_value *out);

/* Compiles a source that runs when `file`, which ends in NUL, is required. FALSE and the exception in *out if it does not
   compile. */
mrb_bool kobako_define_library(mrb_state *mrb, const char *file, const char *source, size_t len, mrb_value *out);

/* Loads a feature of the standard library for a `require` that comes next; FALSE if that is to load it. */
mrb_bool kobako_require_ahead(mrb_state *mrb, const char *feature, size_t len);

/* Read a feature, or a group of methods of the core, for what comes next. */
void kobako_read_feature(mrb_state *mrb, const char *feature, size_t len);
void kobako_read_group(mrb_state *mrb, const char *group, size_t len);

/* Lays a value open. Never raises, never calls guest code, never allocates. */
void kobako_view(mrb_state *mrb, const mrb_value *value, struct kobako_view *out);

/* Calls each(data, key, value) for the pairs of a hash until it returns non-zero. */
void kobako_each_pair(mrb_state *mrb, const mrb_value *hash, int (*each)(void *, const mrb_value *, const mrb_value *),
                      void *data);

/* Builders; FALSE and the exception in *out if the memory is at its end. */
void kobako_nil(mrb_value *out);
void kobako_bool(mrb_bool value, mrb_value *out);
void kobako_int(int64_t value, mrb_value *out);
void kobako_float(double value, mrb_value *out);
mrb_bool kobako_uint(mrb_state *mrb, uint64_t value, mrb_value *out);
mrb_bool kobako_string(mrb_state *mrb, const char *bytes, size_t len, mrb_bool binary, mrb_value *out);
mrb_bool kobako_symbol(mrb_state *mrb, const char *name, size_t len, mrb_value *out);
mrb_bool kobako_array(mrb_state *mrb, size_t capacity, mrb_value *out);
mrb_bool kobako_hash(mrb_state *mrb, size_t capacity, mrb_value *out);
mrb_bool kobako_push(mrb_state *mrb, const mrb_value *array, const mrb_value *element);
mrb_bool kobako_store(mrb_state *mrb, const mrb_value *hash, const mrb_value *key, const mrb_value *value);

/* An exception of a class of the guest. */
mrb_bool kobako_error(mrb_state *mrb, const char *class_name, size_t class_len, const char *message, size_t len,
                      mrb_value *out);

/* Keeps a value until the C function that is under way returns to the guest. */
void kobako_keep(mrb_state *mrb, const mrb_value *value);

/* Objects made after `mark` are collected unless something holds them, once released. */
int kobako_mark(mrb_state *mrb);
void kobako_release(mrb_state *mrb, int mark);

/* Keeps a value at a place that is its own until nil is put there; FALSE if the memory is at its end. */
mrb_bool kobako_root(mrb_state *mrb, size_t index, const mrb_value *value);

/* The value of a top-level constant; FALSE if there is none. */
mrb_bool kobako_constant(mrb_state *mrb, const char *name, size_t len, mrb_value *out);

/* The names of the top-level constants that the baked image does not have, as an Array of Symbols. */
mrb_bool kobako_new_constants(mrb_state *mrb, mrb_value *out);

mrb_bool kobako_responds_to_call(mrb_state *mrb, const mrb_value *object);

/* object.call(*args); FALSE and the exception in *out if it raised. */
mrb_bool kobako_call(mrb_state *mrb, const mrb_value *object, const mrb_value *args, mrb_value *out);

/* The name of an object's class as a String; FALSE if that raised. */
mrb_bool kobako_class_name(mrb_state *mrb, const mrb_value *value, mrb_value *out);

/* What the exception's `message` answers; FALSE if it raised or is no String. */
mrb_bool kobako_message(mrb_state *mrb, const mrb_value *exc, mrb_value *out);

/* The message as it was given, without a call into guest code; nil if there is none. */
void kobako_raw_message(mrb_state *mrb, const mrb_value *exc, mrb_value *out);

/* The status of a SystemExit; FALSE for another exception. */
mrb_bool kobako_exit_status(mrb_state *mrb, const mrb_value *exc, int64_t *status);

/* The lines of the calls that are under way, innermost first, each ended by a newline, in a place of their own. It only
   reads, so it may be called wherever a guest was stopped. */
void kobako_calls_under_way(mrb_state *mrb, struct kobako_text *out);

/* The backtrace as an Array of Strings, or nil; FALSE if that raised. */
mrb_bool kobako_backtrace(mrb_state *mrb, const mrb_value *exc, mrb_value *out);

#endif
