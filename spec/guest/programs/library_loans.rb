# frozen_string_literal: true

class Library
  Loan = Struct.new(:book, :member, :due, keyword_init: true) do
    def overdue?(today) = today > due
    def days_late(today) = overdue?(today) ? ((today - due) / 86_400).ceil : 0
  end
  class Unavailable < StandardError
    def initialize(book, until_date = nil)
      super(["#{book} is not available", until_date&.strftime("until %d/%m/%Y")].compact.join(" "))
    end
  end
  LIMITS = Hash.new(2).merge!(staff: 5).freeze

  attr_reader :today

  def initialize(today)
    @today = today
    @stock = Hash.new(0)
    @loans = []
    @waiting = Hash.new { |hash, title| hash[title] = [] }
    @events = []
  end

  def stock(**titles) = titles.each { |title, count| @stock[title] += count }

  def lend(title, to:, days: 14)
    raise ArgumentError, "#{to} has reached the limit of #{LIMITS[to]}" if @loans.count { |l| l.member == to } >= LIMITS[to]

    if available(title).zero?
      @waiting[title] |= [to]
      raise Unavailable.new(title, @loans.select { |l| l.book == title }.map(&:due).min)
    end
    @loans << Loan.new(book: title, member: to, due: today + days * 86_400)
    log :lend, title, to
  end

  def give_back(title, from:)
    index = @loans.index { |loan| loan.book == title && loan.member == from } or return log(:unknown, title, from)
    loan = @loans.delete_at(index)
    fine = loan.days_late(today) * 25
    log :return, title, from, *("fine #{fine}" if fine.positive?)
    nxt = @waiting[title].shift
    lend(title, to: nxt) if nxt
  end

  def pass(days:)
    @today += days * 86_400
    yield self if block_given?
    self
  end

  def available(title) = @stock[title] - @loans.count { _1.book == title }
  def overdue = @loans.select { |l| l.overdue?(today) }.sort_by(&:due)

  def report
    @stock.keys.sort.map { |t| "#{t.to_s.tr('_', ' ').capitalize.ljust(12)} #{available(t)}/#{@stock[t]} #{'waiting: ' + @waiting[t].join(', ') if @waiting.key?(t) && @waiting[t].any?}".rstrip }
  end

  def history(&filter) = filter ? @events.select(&filter) : @events.dup

  private

  def log(*event)
    @events << [today.strftime("%m-%d"), *event]
    event.first
  end
end

lib = Library.new(Time.utc(2024, 2, 20))
lib.stock(ruby_guide: 1, atlas: 2)
lib.stock(ruby_guide: 1, poems: 1)
steps = [
  -> { lib.lend(:ruby_guide, to: :ann) }, -> { lib.lend(:ruby_guide, to: :bob, days: 7) }, -> { lib.lend(:ruby_guide, to: :cyd) },
  -> { lib.lend(:unknown, to: :cyd) }, -> { lib.lend(:atlas, to: :ann) }, -> { lib.lend(:poems, to: :ann) }, -> { lib.give_back(:poems, from: :zed) }
]
steps.each.with_index(1) do |step, number|
  puts "#{number}. #{step.call}"
rescue Library::Unavailable, ArgumentError => e
  puts "#{number}. #{e.class.name[/\w+\z/]}: #{e.message}"
end
puts lib.report
lib.pass(days: 10) do |l|
  puts l.overdue.map { |loan| "#{loan.member} is #{loan.days_late(l.today)} days late with #{loan.book}" }
  l.give_back(:ruby_guide, from: :bob)
end
puts lib.report, lib.today.strftime("%A, %-d %B %Y (day %j)")
lib.history.each { |event| puts event.join(" ") }
p lib.history { |_, kind, *| kind == :lend }.size, lib.history.group_by { |e| e[1] }.transform_values(&:size).sort_by { |k, n| [-n, k] }, lib.overdue.size, lib.pass(days: 30).overdue.map(&:to_a).map { |b, m, due| [b, m, due.yday] }
