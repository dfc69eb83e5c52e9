require "forwardable"

class Shelf
  extend Forwardable

  def_delegators :@books, :<<, :size, :each, :first
  def_delegator :@books, :first, :top
  def_delegator :titles, :join, :listing
  def_delegator "self.class", :name, :kind
  def_delegator :@books, :push, :put
  instance_delegate %i[map select] => :@books
  include Enumerable

  def initialize = @books = []

  private

  def titles = @books.map(&:capitalize)
end

shelf = Shelf.new
shelf << "emma" << "ivanhoe"
shelf.put("dune")
p shelf.size, shelf.top, shelf.first(2), shelf.listing(", "), shelf.kind
p shelf.map(&:size), shelf.select { |book| book.size > 4 }, shelf.sort
p shelf.include?("dune")

class Machine
  extend Forwardable

  def_delegators :@log, :note
  Log = Class.new do
    def note(text, level: :info, &block) = [text, level, block&.call]
  end

  def initialize = @log = Log.new
end
p Machine.new.note("x"), Machine.new.note("x", level: :warn), Machine.new.note("y") { 3 }

module Facade
  extend SingleForwardable

  def_delegators :"[3, 1, 2]", :sort, :max
  def_delegator :store, :fetch
  def self.store = { a: 1 }
end
p Facade.sort, Facade.max, Facade.fetch(:a)

text = +"word"
text.extend SingleForwardable
text.def_delegator :self, :upcase, :shout
p text.shout

class Hidden
  extend Forwardable

  def_delegator :itself, :secret, :open

  private

  def secret = :found
end
p Hidden.new.open

class Bare < BasicObject
  extend ::Forwardable

  def_delegator :@list, :size
  def initialize = @list = [1, 2]
end
p Bare.new.size
p (class Shelf; def_delegator(:@books, :last); end)
begin
  Shelf.class_eval { def_delegator :@nothing, :size, :none }
  shelf.none
rescue NoMethodError => e
  puts e.message
end
