/* The bytes that each way of a branch may begin with, so that none is kept for later which cannot match.
   Included by branches.c. */
#include <string.h>
#include "regint.h"

#define SETS_OPS_MAX      512   /* programs beyond it, mostly long lists of words, go without sets */

typedef Bits FirstSet[FIRST_SET_SIZE];

static void
add_all(FirstSet set)
{
  int i;
  for (i = 0; i < FIRST_SET_SIZE; i++) set[i] = ~(Bits )0;
}

static void
add_set(FirstSet set, const Bits* other)
{
  int i;
  for (i = 0; i < FIRST_SET_SIZE; i++) set[i] |= other[i];
}

static void
add_range(FirstSet set, int from, int to)
{
  for (; from <= to; from++) BITSET_SET_BIT(set, from);
}

static void
add_class(FirstSet set, const Bits* members, int inverted)
{
  int i;
  for (i = 0; i < (int )BITSET_REAL_SIZE; i++) set[i] |= inverted ? ~members[i] : members[i];
}

static void
add_words(FirstSet set, int inverted)
{
  int i;
  for (i = 0; i < 0x80; i++) {
    int word = (i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z') || i == '_';
    if (word != inverted) BITSET_SET_BIT(set, i);
  }
}

static void
add_end(FirstSet set)
{
  set[BITSET_REAL_SIZE] = ~(Bits )0;
}

/* Where an operation is a jump to, or -1. */
static int
target_of(const regex_t* reg, int at)
{
  const Operation* op = reg->ops + at;

  switch (op->opcode) {
  case OP_JUMP: return at + op->jump.addr;
  case OP_PUSH: case OP_PUSH_SUPER: return at + op->push.addr;
  case OP_PUSH_OR_JUMP_EXACT1: return at + op->push_or_jump_exact1.addr;
  case OP_PUSH_IF_PEEK_NEXT: return at + op->push_if_peek_next.addr;
  case OP_REPEAT: case OP_REPEAT_NG: return at + op->repeat.addr;
  case OP_REPEAT_INC: case OP_REPEAT_INC_NG:
    return (int )(reg->repeat_range[op->repeat_inc.id].u.pcode - reg->ops);
  default: return -1;
  }
}

/* Adds what a match may begin with at an operation, or more, to `set`. `sets` has as much for the others. */
static void
add_first(const regex_t* reg, int at, FirstSet* sets, FirstSet set)
{
  const Operation* op = reg->ops + at;
  Bits* next = sets[at + 1];
  int target = target_of(reg, at);

  switch (op->opcode) {
  case OP_STR_1: case OP_STR_2: case OP_STR_3: case OP_STR_4: case OP_STR_5:
  case OP_STR_MB2N1: case OP_STR_MB2N2: case OP_STR_MB2N3:
    BITSET_SET_BIT(set, op->exact.s[0]);
    break;
  case OP_STR_N: case OP_STR_MB2N: case OP_STR_MB3N:
    BITSET_SET_BIT(set, op->exact_n.s[0]);
    break;
  case OP_STR_MBN:
    BITSET_SET_BIT(set, op->exact_len_n.s[0]);
    break;
  case OP_CCLASS:
    add_class(set, op->cclass.bsp, 0);
    break;
  case OP_CCLASS_MIX:
    add_class(set, op->cclass_mix.bsp, 0);
    add_range(set, 0x80, 0xff);
    break;
  case OP_CCLASS_MB:
    add_range(set, 0x80, 0xff);
    break;
  case OP_CCLASS_NOT:
    add_class(set, op->cclass.bsp, 1);
    add_range(set, 0x80, 0xff);
    break;
  case OP_CCLASS_MIX_NOT:
    add_class(set, op->cclass_mix.bsp, 1);
    add_range(set, 0x80, 0xff);
    break;
  case OP_CCLASS_MB_NOT: case OP_ANYCHAR_ML:
    add_range(set, 0, 0xff);
    break;
  case OP_ANYCHAR:
    add_range(set, 0, '\n' - 1);
    add_range(set, '\n' + 1, 0xff);
    break;
  case OP_WORD: case OP_WORD_ASCII: case OP_NO_WORD: case OP_NO_WORD_ASCII:
    add_words(set, op->opcode == OP_NO_WORD || op->opcode == OP_NO_WORD_ASCII);
    add_range(set, 0x80, 0xff);
    break;
  case OP_END_BUF:
    add_end(set);
    break;
  case OP_END_LINE: case OP_SEMI_END_BUF:
    BITSET_SET_BIT(set, '\n');
    add_end(set);
    break;
  case OP_ANYCHAR_STAR: case OP_ANYCHAR_STAR_PEEK_NEXT:
  case OP_ANYCHAR_ML_STAR: case OP_ANYCHAR_ML_STAR_PEEK_NEXT:
    add_range(set, 0, 0xff);
    add_set(set, next);
    break;
  case OP_FAIL:
    break;
  case OP_JUMP:
    add_set(set, sets[target]);
    break;
  case OP_PUSH: case OP_PUSH_OR_JUMP_EXACT1: case OP_PUSH_IF_PEEK_NEXT:
  case OP_REPEAT: case OP_REPEAT_NG: case OP_REPEAT_INC: case OP_REPEAT_INC_NG:
    add_set(set, next);
    add_set(set, sets[target]);
    break;
  case OP_EMPTY_CHECK_END: case OP_EMPTY_CHECK_END_MEMST: case OP_EMPTY_CHECK_END_MEMST_PUSH:
    add_set(set, next);
    add_set(set, sets[at + 2]);
    break;
  case OP_WORD_BOUNDARY: case OP_NO_WORD_BOUNDARY: case OP_BEGIN_BUF: case OP_BEGIN_LINE:
  case OP_MEM_START: case OP_MEM_START_PUSH: case OP_MEM_END: case OP_MEM_END_PUSH:
  case OP_MEM_END_PUSH_REC: case OP_MEM_END_REC:
  case OP_EMPTY_CHECK_START: case OP_MARK: case OP_SAVE_VAL:
    add_set(set, next);
    break;
  default: /* moves, looks elsewhere, or ends, also a body: what fails then fails otherwise */
    add_all(set);
    break;
  }
}

/* The sets of all operations, 0 without memory. The second pass knows what the jumps back lead to. */
static FirstSet*
first_sets(const regex_t* reg)
{
  int n = (int )reg->ops_used;
  FirstSet* sets = (FirstSet* )xmalloc(sizeof(FirstSet) * (size_t )(n + 2));
  int i, pass;

  if (IS_NULL(sets)) return 0;
  for (i = 0; i < n + 2; i++) add_all(sets[i]);
  for (pass = 0; pass < 2; pass++) {
    for (i = n - 1; i >= 0; i--) {
      FirstSet found;
      xmemset(found, 0, sizeof(found));
      add_first(reg, i, sets, found);
      xmemcpy(sets[i], found, sizeof(found));
    }
  }
  return sets;
}

static int
has_all(const Bits* set)
{
  int i;
  for (i = 0; i < FIRST_SET_SIZE && set[i] == ~(Bits )0; i++) ;
  return i == FIRST_SET_SIZE;
}

/* The number of an equal set among those that are kept, `kept` if there is none. */
static int
number_of(FirstSet* sets, const int* at, int kept, const Bits* set)
{
  int i;
  for (i = 0; i < kept && memcmp(sets[at[i]], set, sizeof(FirstSet)) != 0; i++) ;
  return i;
}

/* Whether the program itself takes off what a PUSH has left. */
static int
popped(const regex_t* reg, int push)
{
  int i;
  for (i = push + 1; i < push + reg->ops[push].push.addr; i++) {
    if (reg->ops[i].opcode == OP_POP) return 1;
  }
  return 0;
}

/* Calls `f` for each way of a branch that is worth a set, with the place for it. */
static int
each_set(regex_t* reg, FirstSet* sets, int* at, int kept, int keep)
{
  int i, way;

  for (i = 0; i < (int )reg->ops_used; i++) {
    Operation* op = reg->ops + i;
    for (way = 0; way < 2; way++) {
      int from, number;
      Bits** place;
      switch (op->opcode) {
      case OP_PUSH:
        from = way ? i + op->push.addr : i + 1;
        place = way ? &op->push.other : &op->push.next;
        if (way && popped(reg, i)) continue;
        break;
      case OP_ANYCHAR_STAR: case OP_ANYCHAR_ML_STAR:
        if (way) continue;
        from = i + 1;
        place = &op->anychar_star.next;
        break;
      default:
        continue;
      }
      if (has_all(sets[from])) continue;
      number = number_of(sets, at, kept, sets[from]);
      if (number == kept) at[kept++] = from;
      if (keep) *place = reg->first_sets + number * FIRST_SET_SIZE;
    }
  }
  return kept;
}

static void
find_sets(regex_t* reg)
{
  FirstSet* sets = first_sets(reg);
  int* at = (int* )xmalloc(sizeof(int) * (size_t )reg->ops_used * 2);

  if (IS_NOT_NULL(sets) && IS_NOT_NULL(at)) {
    int i;
    int kept = each_set(reg, sets, at, 0, 0);
    if (kept > 0) reg->first_sets = (Bits* )xmalloc(sizeof(FirstSet) * (size_t )kept);
    if (IS_NOT_NULL(reg->first_sets)) {
      for (i = 0; i < kept; i++) xmemcpy(reg->first_sets + i * FIRST_SET_SIZE, sets[at[i]], sizeof(FirstSet));
      each_set(reg, sets, at, kept, 1);
    }
  }
  xfree(sets);
  xfree(at);
}
