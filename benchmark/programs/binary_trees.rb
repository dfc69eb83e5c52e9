def build(depth) = depth.zero? ? [nil, nil] : [build(depth - 1), build(depth - 1)]

def check(tree)
  left, right = tree
  left ? 1 + check(left) + check(right) : 1
end

kept = build(11)
total = 0
4.step(10, 2) { |depth| (1 << (10 - depth + 2)).times { total += check(build(depth)) } }
[total, check(kept)]
