/* Ruby source to procs. The guest crate has the compiler. */
#ifndef KOBAKO_COMPILER_H
#define KOBAKO_COMPILER_H

#include <mruby.h>
#include <mruby/proc.h>

struct kobako_text {
  const char *bytes;
  size_t len;
};

struct kobako_source {
  struct kobako_text text;
  struct kobako_text file;
  /* The scopes around it, the nearest first: of each the register of the block that its method was given, or 0, and a
     line for each local after `self`, empty where it has no name; a NUL ends it. */
  struct kobako_text scopes;
  int32_t line;
  /* Which warnings are wanted: 0 for none, 1 for the usual ones, 2 for all. */
  int32_t verbosity;
  /* Whether they were told already. */
  int32_t warned;
};

struct kobako_compiled {
  /* A RITE binary, or what is wrong with the source. */
  struct kobako_text code;
  /* The locals of the source itself, line by line. */
  struct kobako_text locals;
  /* What the parser warns of, each as it follows the file's name and ended by a NUL. */
  struct kobako_text warnings;
  /* Of a source that does not compile: the details that the host gets of each error, encoded. */
  struct kobako_text problems;
};

/* FALSE if the source does not compile. The results stay in place until the next call. */
typedef mrb_bool kobako_compile_function(const struct kobako_source *source, struct kobako_compiled *compiled);

struct kobako_compiler {
  kobako_compile_function *compile;
  /* Gives the memory of the last result back. */
  void (*release)(void);
};

/* Must be called before kobako_open. */
void kobako_use_compiler(const struct kobako_compiler *table);

/* What is wrong with a literal Regexp that has these options, until the next call; FALSE if nothing is. Raises
   nothing. */
mrb_bool kobako_regexp_error(const char *source, size_t len, const char *flags, size_t count,
                             struct kobako_text *error);

/* A source as a proc within a scope, NULL for none; raises a SyntaxError. Warns once of what the parser warns of, by
   $VERBOSE. The names of its own locals, line by line, are in *locals, unless that is NULL. */
struct RProc *kobako_compile_source(mrb_state *mrb, struct kobako_source *source, const struct RProc *scope,
                                    mrb_value *locals);

/* A RITE binary as a proc; NULL if it is none of this interpreter. */
struct RProc *kobako_load_bytecode(mrb_state *mrb, const void *code, size_t len);

/* What the guest crate holds of it, until `release`. */
struct RProc *kobako_load_own(mrb_state *mrb, const struct kobako_text *code, void (*release)(void));

/* Who asks what is wrong with literals. */
void kobako_compile_for(mrb_state *mrb);

/* What is wrong with the source of a SyntaxError, encoded; FALSE for another exception. */
mrb_bool kobako_problems(mrb_state *mrb, const mrb_value *exc, mrb_value *out);

/* Runs a proc of a source as a program of its own, and raises what it raises. */
mrb_value kobako_run_at_top(mrb_state *mrb, struct RProc *proc);

#endif
