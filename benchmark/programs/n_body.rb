class Body
  attr_accessor :x, :y, :z, :vx, :vy, :vz
  attr_reader :mass

  def initialize(place, speed, mass)
    @x, @y, @z = place
    @vx, @vy, @vz = speed
    @mass = mass
  end

  def pull(other, time)
    dx = @x - other.x
    dy = @y - other.y
    dz = @z - other.z
    square = dx * dx + dy * dy + dz * dz
    force = time / (square * Math.sqrt(square))
    mine = @mass * force
    theirs = other.mass * force
    @vx -= dx * theirs
    @vy -= dy * theirs
    @vz -= dz * theirs
    other.vx += dx * mine
    other.vy += dy * mine
    other.vz += dz * mine
  end

  def move(time)
    @x += time * @vx
    @y += time * @vy
    @z += time * @vz
  end
end

bodies = [
  Body.new([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 39.47),
  Body.new([4.84, -1.16, -0.10], [0.60, 2.81, -0.02], 0.037),
  Body.new([8.34, 4.12, -0.40], [-1.01, 1.82, 0.008], 0.011),
  Body.new([12.89, -15.11, -0.22], [1.08, 0.86, -0.01], 0.0017),
  Body.new([15.37, -25.91, 0.17], [0.97, 0.59, -0.03], 0.002)
]
300.times do
  bodies.each_with_index do |body, i|
    j = i + 1
    while j < bodies.size
      body.pull(bodies[j], 0.01)
      j += 1
    end
  end
  bodies.each { |body| body.move(0.01) }
end
(bodies[1].x * 1_000_000).round
