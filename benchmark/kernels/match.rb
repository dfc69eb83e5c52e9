# frozen_string_literal: true

lines = Array.new(200) { |i| "user#{i}@example.com #{i}" }
[lines.count { |l| l.match?(/\d5@/) }, lines.count { |l| l =~ /(\w+)@(\w+)/ && $1.size > 5 }]
