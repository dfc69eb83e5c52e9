# Needs Ruby 3.3: its standard library
require 'pp'
require 'stringio'

Server = Struct.new(:name, :roles, :disks)
Point = Data.define(:x, :y)

data = {
  servers: [
    Server.new('alpha.example.com', %i[web cache proxy], { '/dev/sda' => 500, '/dev/sdb' => 2000 }),
    Server.new('beta', [], nil)
  ],
  matrix: Array.new(3) { |r| Array.new(12) { |c| r * 1000 + c } },
  text: 'long text ' * 12,
  'points' => [Point.new(x: 1, y: 2), Point.new(x: 'a' * 40, y: 'b' * 40)],
  range: (1..10), regexp: /a+b/i, nothing: nil
}

def show(object) = PP.pp(object, $stdout, 79)

show data
pp [1, 2, 3], { a: 1 }
p pp('returned'), pp

puts PP.pp(data[:matrix], +'', 60).lines.size
puts PP.pp(data[:servers], +'', 40)
puts PP.singleline_pp([1, { b: [2] }], +'')
out = StringIO.new
PP.pp((1..30).to_a, out, 30)
puts out.string.lines.size, out.string.lines.first

class Account
  def initialize(owner, pin)
    @owner, @pin = owner, pin
  end

  def pretty_print(q)
    q.group(2, '#<Account', '>') do
      q.breakable
      q.text "owner=#{@owner}"
      q.comma_breakable
      q.text 'pin='
      q.pp @pin.to_s.gsub(/./, '*')
    end
  end
end

pp Account.new('ann', 1234)
show [Account.new('a' * 50, 1), Account.new('b' * 50, 22)]
loop_list = [1]
loop_list << loop_list
pp loop_list
deep = { level: 1, child: { level: 2, child: { level: 3, label: 'x' * 30, child: { level: 4, items: %w[aaaaaaaaaaaaaa bbbbbbbbbbbbbbbb cccccccccc] } } } }
show deep
pp 'short', :sym, 1.5, nil, 2r, 3i, ('a'..), Struct, Comparable
p [1, { b: 2 }].pretty_inspect, data[:servers].last.pretty_inspect
