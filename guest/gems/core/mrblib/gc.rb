# GC beside what the collector's own code gives.
module GC
  class << self
    def total_time = 0

    # All, or that of a name; added to a Hash if one is given.
    def stat(wanted = nil)
      return __figures({}) if wanted.nil?
      return __figures(wanted) if Hash === wanted
      raise TypeError, "non-hash or symbol given" unless Symbol === wanted

      __figures({}).fetch(wanted) { raise ArgumentError, "unknown key: #{wanted}" }
    end
  end
end
