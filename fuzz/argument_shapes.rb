# frozen_string_literal: true

# Calls of everything that takes parameters, with up to forty arguments of every shape.
module ArgumentShapes
  CALLS = {
    "method" => "o = Object.new; def o.call_me(%<params>s) = %<body>s; o.call_me(%<args>s)",
    "send" => "o = Object.new; def o.call_me(%<params>s) = %<body>s; o.send(:call_me, %<args>s)",
    "lambda" => "f = ->(%<params>s) { %<body>s }; f.call(%<args>s)",
    "brackets" => "f = ->(%<params>s) { %<body>s }; f.(%<args>s)",
    "proc" => "f = proc { |%<params>s| %<body>s }; f.call(%<args>s)",
    "yield" => "def self.give = yield(%<args>s); give { |%<params>s| %<body>s }",
    "strict" => "def self.give = yield(%<args>s); f = ->(%<params>s) { %<body>s }; give(&f)",
    "define_method" => "c = Class.new { define_method(:call_me) { |%<params>s| %<body>s } }; c.new.call_me(%<args>s)",
    "missing" => "c = Class.new { def method_missing(_, *a, **k, &b) = [a, k, b&.call] }; c.new.call_me(%<args>s)",
    "new" => "c = Class.new { attr_reader :v; def initialize(%<params>s) = (@v = %<body>s) }; c.new(%<args>s).v",
    "super" => "b = Class.new { def call_me(%<params>s) = %<body>s }; " \
               "c = Class.new(b) { def call_me(*) = super(%<args>s) }; c.new.call_me",
    "bare super" => "b = Class.new { def call_me(*a, **k, &p) = [a, k, p&.call] }; " \
                    "c = Class.new(b) { def call_me(%<params>s) = super }; c.new.call_me(%<args>s)",
    "method object" => "o = Object.new; def o.call_me(%<params>s) = %<body>s; o.method(:call_me).call(%<args>s)",
    "to_proc" => "o = Object.new; def o.call_me(%<params>s) = %<body>s; o.method(:call_me).to_proc.call(%<args>s)",
    "instance_exec" => "3.instance_exec(%<args>s) { |%<params>s| %<body>s }",
    "forward" => "o = Object.new; def o.call_me(%<params>s) = %<body>s; def o.on(...) = call_me(...); o.on(%<args>s)",
    "native" => "[].push(%<args>s)",
    "struct" => "Struct.new(*('a'..'az').map(&:to_sym), keyword_init: true).new(%<args>s).to_h.compact"
  }.freeze
  # Rubies differ in how they write a hash.
  SHOWN = "shown = ->(v) { v.is_a?(Hash) ? [:h, shown.(v.to_a)] : v.is_a?(Array) ? v.map(&shown) : v }"
  BLOCKS = ["", "", "&nil", "&-> { 7 }", "&:size"].freeze

  class << self
    def line(random)
      name = CALLS.keys[random.rand(CALLS.size)]
      params, names = parameters(random, block: !%w[yield strict].include?(name))
      block = !%w[yield strict new instance_exec].include?(name)
      args = arguments(random, block:, only_keywords: name == "struct")
      call = format(CALLS.fetch(name), params:, body: "[#{names.join(", ")}]", args:).sub(", )", ")")
      "(#{SHOWN}; shown.(begin; #{call}; end))"
    end

    private

    def parameters(random, block:)
      list = in_order(random) + keywords(random)
      list << "&p" if block && random.rand(4).zero?
      [list.join(", "), list.map { |text| text == "&p" ? "p.class" : text[/\w+/] }]
    end

    def in_order(random)
      required, optional, post = Array.new(3) { random.rand(3).zero? ? random.rand(4) : random.rand(2) }
      rest = random.rand(3).zero?
      # Ruby 3.2 takes an array apart for `|b = 1, *r|`, 3.1 not.
      optional = 2 if [required, optional, rest] == [0, 1, true]
      post = 0 unless rest || optional.positive?
      [*names(:a, required), *names(:b, optional).map { |name| "#{name} = :d" }, *("*r" if rest), *names(:c, post)]
    end

    def keywords(random)
      return [] if random.rand(2).zero?

      list = names(:k, random.rand(3)).map { |name| random.rand(2).zero? ? "#{name}:" : "#{name}: 9" }
      list << "**o" if random.rand(3).zero?
      list
    end

    def arguments(random, block:, only_keywords:)
      list = only_keywords ? [] : positional(random)
      list += pairs(random, only_keywords ? "a".."az" : "k0".."k9")
      list << BLOCKS[random.rand(BLOCKS.size)] if block && !only_keywords
      list.reject(&:empty?).join(", ")
    end

    def positional(random)
      list = Array.new(size(random)) { |i| random.rand(12).zero? ? "[#{i}, :z]" : i.to_s }
      random.rand(2).zero? ? list : list.insert(random.rand(list.size + 1), splat(random))
    end

    def splat(random)
      ["*[]", "*nil", "*[:x]", "*(1..#{size(random)})", "*[[1, 2]]", "*[{ k0: 5 }]", "*3"][random.rand(7)]
    end

    def pairs(random, keys)
      return [] if random.rand(2).zero?

      list = keys.first(size(random)).shuffle(random:).map { |key| "#{key}: :#{key}" }
      random.rand(3).zero? ? list.insert(random.rand(list.size + 1), double_splat(random)) : list
    end

    def double_splat(random) = ["**{}", "**{ z0: 5 }", "**{ z1: 1, 'z2': 2 }"][random.rand(3)]

    def names(letter, count) = Array.new(count) { |i| "#{letter}#{i}" }

    # Most calls are small; some cross what an instruction encodes, at 14 and 15.
    def size(random) = [random.rand(4), random.rand(4), random.rand(12..17), random.rand(41)][random.rand(4)]
  end
end
