/* What is known of a program's branches before it runs: the bytes that each way may begin with, and whether to pass a
   branch again at the same place is to fail again.
   Included by regext.c. */
#include "first_sets.c"

#define POINT_BITS_MAX    1024  /* of a branch, for the counts of the repeats around it */
#define MEMO_BITS_MAX     4096

/* Whether what an operation does is told by where it is, the position, and the counts of repeats. */
static int
without_past(const Operation* op)
{
  switch (op->opcode) {
  case OP_BACKREF1: case OP_BACKREF2: case OP_BACKREF_N: case OP_BACKREF_N_IC:
  case OP_BACKREF_MULTI: case OP_BACKREF_MULTI_IC:
  case OP_BACKREF_WITH_LEVEL: case OP_BACKREF_WITH_LEVEL_IC:
  case OP_BACKREF_CHECK: case OP_BACKREF_CHECK_WITH_LEVEL:
  case OP_MEM_END_PUSH_REC: case OP_MEM_END_REC:
  case OP_EMPTY_CHECK_END_MEMST: case OP_EMPTY_CHECK_END_MEMST_PUSH:
  case OP_CALL: case OP_RETURN:
  case OP_PUSH_SUPER: case OP_STEP_BACK_NEXT:
    return 0;
  case OP_STEP_BACK_START:
    return op->step_back_start.remaining == 0;
  case OP_CHECK_POSITION:
    return op->check_position.type == CHECK_POSITION_SEARCH_START;
  case OP_UPDATE_VAR:
    return op->update_var.type == UPDATE_VAR_KEEP_FROM_STACK_LAST;
  default:
    return 1;
  }
}

static int*
memo_of(Operation* op)
{
  switch (op->opcode) {
  case OP_PUSH: return &op->push.memo;
  case OP_PUSH_OR_JUMP_EXACT1: return &op->push_or_jump_exact1.memo;
  case OP_PUSH_IF_PEEK_NEXT: return &op->push_if_peek_next.memo;
  case OP_ANYCHAR_STAR: case OP_ANYCHAR_STAR_PEEK_NEXT:
  case OP_ANYCHAR_ML_STAR: case OP_ANYCHAR_ML_STAR_PEEK_NEXT:
    return &op->anychar_star.memo;
  case OP_REPEAT: case OP_REPEAT_NG: return &op->repeat.memo;
  case OP_REPEAT_INC: case OP_REPEAT_INC_NG: return &op->repeat_inc.memo;
  default: return 0;
  }
}

/* Where the body that begins at a MARK ends. */
static int
end_of_body(const regex_t* reg, int mark)
{
  int i, found = mark;

  for (i = mark + 1; i < (int )reg->ops_used; i++) {
    const Operation* op = reg->ops + i;
    if ((op->opcode == OP_CUT_TO_MARK && op->cut_to_mark.id == reg->ops[mark].mark.id) ||
        (op->opcode == OP_POP_TO_MARK && op->pop_to_mark.id == reg->ops[mark].mark.id)) found = i;
  }
  return found;
}

static int
bits_of(const regex_t* reg, int loop)
{
  int bits = 1;

  for (; loop >= 0; loop = reg->memo_loops[loop].outer) {
    if (reg->memo_loops[loop].states > POINT_BITS_MAX / bits) return POINT_BITS_MAX + 1;
    bits *= reg->memo_loops[loop].states;
  }
  return bits;
}

/* The loop that begins at an operation, or the one around it. */
static int
loop_at(regex_t* reg, const Operation* op, int outer, int* loops)
{
  MemoLoop* loop = reg->memo_loops + *loops;

  if (op->opcode == OP_REPEAT || op->opcode == OP_REPEAT_NG) {
    const RepeatRange* range = reg->repeat_range + op->repeat.id;
    loop->id = op->repeat.id;
    loop->is_repeat = 1;
    loop->states = range->upper == ONIG_INT_MAX ? range->lower + 1 : range->upper;
  }
  else if (op->opcode == OP_EMPTY_CHECK_START) {
    loop->id = op->empty_check_start.mem;
    loop->is_repeat = 0;
    loop->states = 2;
  }
  else return outer;
  loop->outer = outer;
  return (*loops)++;
}

static int
ends_loop(const Operation* op)
{
  return op->opcode == OP_REPEAT_INC || op->opcode == OP_REPEAT_INC_NG || op->opcode == OP_EMPTY_CHECK_END;
}

static void
find_memo_points(regex_t* reg, int branches)
{
  int i, loop = -1, loops = 0, body_end = -1;

  reg->memo_points = (MemoPoint* )xmalloc(sizeof(MemoPoint) * (size_t )branches);
  reg->memo_loops = (MemoLoop* )xmalloc(sizeof(MemoLoop) * (size_t )(reg->num_repeat + reg->num_empty_check + 1));
  if (IS_NULL(reg->memo_points) || IS_NULL(reg->memo_loops)) return;
  for (i = 0; i < (int )reg->ops_used; i++) {
    Operation* op = reg->ops + i;
    int* memo = memo_of(op);
    if (op->opcode == OP_MARK) body_end = MAX(body_end, end_of_body(reg, i));
    if (memo != 0) {
      MemoPoint* point = reg->memo_points + reg->memo_points_num;
      int more = bits_of(reg, loop);
      if (more > POINT_BITS_MAX || reg->memo_bits + more > MEMO_BITS_MAX) reg->linear = 0;
      else {
        point->first = reg->memo_bits;
        point->loop = loop;
        point->in_body = i < body_end;
        reg->memo_bits += more;
        *memo = ++reg->memo_points_num;
      }
    }
    loop = loop_at(reg, op, loop, &loops);
    if (ends_loop(op)) loop = reg->memo_loops[loop].outer;
  }
}

extern void
onig_find_branches(regex_t* reg)
{
  int i, branches = 0, known = 1;

  onig_free_branches(reg);
  reg->reuse_entries = 1;
  for (i = 0; i < (int )reg->ops_used; i++) {
    Operation* op = reg->ops + i;
    int* memo = memo_of(op);
    if (memo) {
      *memo = 0;
      branches++;
    }
    if (op->opcode == OP_PUSH) op->push.next = op->push.other = 0;
    if (op->opcode == OP_ANYCHAR_STAR || op->opcode == OP_ANYCHAR_ML_STAR) op->anychar_star.next = 0;
    if (! without_past(op)) known = 0;
  }
  reg->linear = reg->reuse_entries = known;
  if (branches == 0) return;
  if (reg->ops_used <= SETS_OPS_MAX) find_sets(reg);
  if (known) find_memo_points(reg, branches);
}

extern void
onig_free_branches(regex_t* reg)
{
  if (IS_NOT_NULL(reg->first_sets)) xfree(reg->first_sets);
  if (IS_NOT_NULL(reg->memo_points)) xfree(reg->memo_points);
  if (IS_NOT_NULL(reg->memo_loops)) xfree(reg->memo_loops);
  reg->first_sets = 0;
  reg->memo_points = 0;
  reg->memo_loops = 0;
  reg->memo_bits = reg->memo_points_num = 0;
}

/* Whether the time of a search grows as the length of what is searched. */
extern int
onig_is_linear(const regex_t* reg)
{
  return reg->linear;
}
