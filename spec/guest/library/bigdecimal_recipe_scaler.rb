require "bigdecimal/util"

FRACTIONS = { "1/4" => "0.25", "1/3" => "0.3333", "1/2" => "0.5", "2/3" => "0.6667", "3/4" => "0.75" }
            .transform_values(&:to_d).freeze

def parse_amount(text)
  text.split.sum(0.to_d) do |part|
    if part.include?("/")
      n, d = part.split("/")
      n.to_d / d.to_d
    else
      part.to_d
    end
  end
end

def pretty(amount)
  whole = amount.to_i
  rest = amount.frac
  return whole.to_s if rest < "0.01".to_d

  label, best = FRACTIONS.min_by { |_, v| (v - rest).abs }
  return amount.round(2).to_digits if (best - rest).abs > "0.02".to_d

  [whole.nonzero?, label].compact.join(" ")
end

RECIPE = [["1 1/2", "cups", "flour"], ["2/3", "cup", "sugar"], ["3", "", "eggs"], ["0.1", "g", "saffron"]]

[1, 2, 1.5, "0.5"].each do |factor|
  f = factor.to_d
  puts "x#{f.to_digits}"
  RECIPE.each do |amount, unit, what|
    puts "  #{[pretty(parse_amount(amount) * f), unit, what].reject(&:empty?).join(' ')}"
  end
end

p parse_amount("1 1/2"), parse_amount("2/3").round(6)
p FRACTIONS["1/3"].frac, FRACTIONS["1/2"] * 3
p parse_amount("x/0") rescue p $!.class
p 12.to_d.to_digits, "1e3".to_d.to_digits, "-0.50".to_d.to_digits
