Object.new
