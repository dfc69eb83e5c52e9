Point = Struct.new(:x, :y)
[1, { point: Point.new(1, 2) }]
