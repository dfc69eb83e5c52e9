/* Arithmetic of the instruction at `pc` on the registers from `r` on; what needs more is left to mruby's loop: the
   function that uses one of these gives `pc` back then. */
#ifndef KOBAKO_ARITHMETIC_H
#define KOBAKO_ARITHMETIC_H

#define ARITHMETIC(name, op, y)                                                 \
  do {                                                                          \
    if (is(r, MRB_TT_INTEGER)) {                                                \
      mrb_int z;                                                                \
      if (__builtin_##name##_overflow(r->value.i, (mrb_int)(y), &z)) return pc; \
      r->value.i = z;                                                           \
    }                                                                           \
    else if (is(r, MRB_TT_FLOAT)) r->value.f = r->value.f op(mrb_float)(y);     \
    else return pc;                                                             \
  } while (0)

#define ARITHMETIC2(name, op)                                                     \
  do {                                                                            \
    if (both(r, MRB_TT_INTEGER)) {                                                \
      mrb_int z;                                                                  \
      if (__builtin_##name##_overflow(r[0].value.i, r[1].value.i, &z)) return pc; \
      r->value.i = z;                                                             \
    }                                                                             \
    else if (both(r, MRB_TT_FLOAT)) r->value.f = r[0].value.f op r[1].value.f;    \
    else return pc;                                                               \
  } while (0)

#define COMPARISON(op)                                                    \
  do {                                                                    \
    mrb_bool truth;                                                       \
    if (both(r, MRB_TT_INTEGER)) truth = r[0].value.i op r[1].value.i;    \
    else if (both(r, MRB_TT_FLOAT)) truth = r[0].value.f op r[1].value.f; \
    else return pc;                                                       \
    SET_BOOL_VALUE(*r, truth);                                            \
    pc += 2;                                                              \
    /* what comes next is mostly a jump by it */                          \
    if (pc[0] == OP_JMPNOT && pc[1] == pc[-1]) {                          \
      JUMP(4 + (truth ? 0 : (int16_t)PEEK_S(pc + 2)));                    \
    }                                                                     \
  } while (0)

#endif
