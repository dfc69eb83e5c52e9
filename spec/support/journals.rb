# frozen_string_literal: true

require "stringio"

# Services whose calls are noted, and small programs of calls.
module Journals
  # Answers by what it is asked, and notes that it was.
  class Shop
    attr_reader :asked

    def initialize
      @asked = []
    end

    def find(id)
      @asked << [:find, id]
      { "id" => id, "total" => id * 3 }
    end

    def each(count)
      @asked << [:each, count]
      sum = 0
      count.times { |number| sum += yield(number, "row #{number}").to_i }
      sum
    end

    def fail(text)
      @asked << [:fail, text]
      raise text
    end

    # Tells of what its block raised, and goes on.
    def guard
      @asked << [:guard]
      yield
    rescue Kobako::Transport::GuestException => e
      "guarded #{e.message}"
    end

    def order(id)
      @asked << [:order, id]
      Order.new(id)
    end

    def total(order)
      @asked << [:total, order.id]
      order.id * 100
    end

    def approve(what) = Kobako.suspend("approve #{what}")
  end

  Order = Struct.new(:id) do
    def name = "order #{id}"
  end

  METHODS = %i[find each fail guard order total approve].freeze

  # A program that calls services here and there, by numbers from `random`.
  class Program
    def initialize(random)
      @random = random
      @calls = 0
    end

    # @return [String]
    def text = "$log = []\n#{statements(3)}puts $log.size\n[$log, Time.now.to_i, rand(1000)]\n"

    private

    def statements(depth) = Array.new(@random.rand(1..3)) { statement(depth) }.join

    def statement(depth)
      case @random.rand(depth.positive? ? 8 : 4)
      when 0, 1 then "$log << Shop.find(#{number})\n"
      when 2 then "$log << begin; Shop.fail('no #{number}'); rescue => e; e.message; end\n"
      when 3 then "puts Shop.find(#{number})['total']; $log << rand(100)\n"
      when 4 then "$log << Shop.each(#{@random.rand(1..3)}) { |n, row| $log << row\n#{statements(depth - 1)}n }\n"
      when 5 then "$log << Shop.each(3) { |n, row| #{statements(depth - 1)}break row if n == 1; n }\n"
      when 6 then "$log << Shop.guard { #{statements(depth - 1)}raise 'in #{number}' }\n"
      else retried(depth)
      end
    end

    def retried(depth)
      <<~RUBY
        tries = 0
        begin
          tries += 1
          #{statements(depth - 1)}
          tries < 3 ? Shop.fail("try \#{tries}") : $log << tries
        rescue => e
          $log << e.message
          retry if tries < 3
        end
      RUBY
    end

    def number = @random.rand(1..50)
  end

  # @return [Kobako::Sandbox] fresh, with `shop` bound
  def sandbox(shop = Shop.new, replay: nil, **options)
    Kobako::Sandbox.new(**options).bind("Shop", shop, only: METHODS, replay:)
  end

  # @return [String] what a process would have appended that recorded this run
  def appended(code, shop = Shop.new, **options)
    io = StringIO.new("".b)
    journal = Kobako::Journal.new.append_to(io)
    [sandbox(shop, **options).execute(code, journal:), io.string]
  end

  # @return [Array<Integer>] lengths at which an appended journal ends with an entry
  def ends(bytes)
    position = 10
    lengths = [position]
    lengths << (position += 8 + bytes.byteslice(position, 4).unpack1("N")) while position < bytes.bytesize
    lengths
  end

  # @return [Array] what of calls is the same each time
  def shape(calls)
    calls.map { |call| call.to_h.values_at(:path, :handle, :method, :bytes_received, :bytes_sent, :outcome) }
  end
end
