# Array: sorting by a block. The block is given the pairs that CRuby gives it where it sorts by the GNU C library: those
# of a merge sort from the top down.
class Array
  def sort(&block) = block ? __sorted(&block) : [*self].sort!

  # What sort! does with a block, which may leave the elements as they were.
  def __sort_by_block(&) = replace(__sorted(&))

  def __sorted(&)
    sorted = [*self]
    sorted.__merge_sort([*self], 0, size, &) if size > 1
    sorted
  end

  # Sorts so many elements from `first` on, and has room elsewhere.
  def __merge_sort(room, first, count, &)
    half = count / 2
    middle = first + half
    __merge_sort(room, first, half, &) if half > 1
    __merge_sort(room, middle, count - half, &) if count > 2
    half == 1 ? __insert(first, first + count, &) : __merge(room, first, middle, first + count, &)
  end

  # Moves the element at `first` behind those that come before it.
  def __insert(first, stop)
    a = self[first]
    i = first + 1
    while i < stop
      b = self[i]
      order = yield a, b
      break unless (order || __unordered(a, b, order)) > 0

      self[i - 1] = b
      i += 1
    end
    self[i - 1] = a
  end

  # Merges the elements from `at` to before `right` with those from there to before `stop`.
  def __merge(room, at, right, stop)
    room.__take(0, self, at, right - at)
    left = 0
    a = room[0]
    b = self[right]
    while at < right
      order = yield a, b
      if (order || __unordered(a, b, order)) > 0
        self[at] = b
        at += 1
        right += 1
        return __take(at, room, left, stop - at) if right == stop

        b = self[right]
      else
        self[at] = a
        at += 1
        left += 1
        a = room[left]
      end
    end
  end
end
