# frozen_string_literal: true

module Kobako
  # Looks code through without running it. See {Kobako.check}.
  # @api private
  class Check
    # So many names are told of what a service exposes.
    SHOWN = 10
    ENUMERABLE = Enumerable.public_instance_methods.map(&:name).freeze
    private_constant :SHOWN, :ENUMERABLE

    # @param code [String]
    # @param filename [String]
    # @param sandbox [Sandbox, nil]
    def initialize(code, filename, sandbox)
      @source = Program.text(code)
      @location = Location.of(filename, 1)&.encode
      @runtime = Tools.runtime(sandbox)
      @bindings = sandbox ? sandbox.link.bindings.to_h : {}
      @rules = sandbox ? sandbox.link.exposed.rules : Exposure::Rules::NONE
      @snippets = sandbox ? sandbox.link.snippets.encode : Codec::Encoder.encode([])
      @names = {}
    end

    # @return [Array<Problem>] in the order of their places
    def problems
      rows, calls = look
      found = rows.map { |row| Problem.of_row(row) } + calls.filter_map { |call| unexposed(*call) }
      found.sort_by.with_index { |problem, index| [problem.line, problem.column, index] }
    end

    private

    def look
      paths = Codec::Encoder.encode(@bindings.keys)
      rows, calls = found = @runtime.check(@source, @location, [paths, @snippets])
      return found if rows.is_a?(Array) && calls.is_a?(Array) && calls.all? { |call| call?(call) }

      raise Transport::Error, "the guest gave a #{found.class} that is no list of problems"
    end

    def call?(call)
      path, method, line, column = call if call.is_a?(Array)
      @bindings.key?(path) && method.is_a?(String) && line.is_a?(Integer) && column.is_a?(Integer)
    end

    def unexposed(path, method, line, column)
      names = names_of(path)
      return if names.nil? || names.include?(method)

      Problem.new(line:, column:, severity: :warning,
                  message: "#{path} exposes no method #{method} (#{advice(names, method)})")
    end

    # nil for a value, and for what each run fills.
    def names_of(path)
      service = @bindings[path]
      return unless service.is_a?(Transport::Service)

      @names[path] ||= begin
        exposure = service.exposure(self, @rules)
        exposure.names(service.object) + (exposure.elements?(service.object) ? ENUMERABLE : [])
      end
    end

    def advice(names, method)
      near = Spelling.near(method, names)
      return "did you mean #{near.first(3).join(" or ")}?" if near.any?
      return "it exposes nothing" if names.empty?

      "it exposes #{[*names.first(SHOWN), *("…" if names.size > SHOWN)].join(", ")}"
    end
  end
end
