# frozen_string_literal: true

# Objects of an application that a server of the Model Context Protocol has as services.
module MCPObjects
  class Orders
    def find(id, deep: false) = deep ? [id] : id
    def list(*ids, limit:, **more, &block) = [ids, limit, more, block]
    def page(number = 1) = number
    def total = 3
  end

  class Rows
    include Enumerable

    def each
      yield 1
    end
  end

  class Dynamic
    def method_missing(name, ...) = name == :price ? 5 : super
    def respond_to_missing?(name, all = false) = name == :price || super
  end

  # Answers when it is let go on.
  class Gate
    def initialize
      @waiting = Queue.new
      @open = Queue.new
    end

    # Ends when a script waits at the gate.
    def await = @waiting.pop

    def open = @open.push(true)

    def pass_through
      @waiting.push(true)
      @open.pop
    end
  end
end
