import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion.Status;

/**
 * Judges each PDF named by each flavour named first, as in `VeraCheck ua1,2a FILE…`, and says which rules it breaks. That the
 * file's own metadata claims the flavour is among the rules of each. Exit code 1 if any file breaks one, or none was named.
 */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var failed = arguments.length < 2;
    for (var i = 1; i < arguments.length; i++) {
      for (var name : arguments[0].split(",")) {
        failed |= !passes(PDFAFlavour.byFlavourId(name), arguments[i]);
      }
    }
    System.exit(failed ? 1 : 0);
  }

  private static boolean passes(PDFAFlavour flavour, String file) throws Exception {
    if (flavour == PDFAFlavour.NO_FLAVOUR) {
      throw new IllegalArgumentException("no such flavour; try ua1 or 2a");
    }
    var broken = new TreeMap<String, Integer>();
    boolean compliant;
    try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
      var verdict = Foundries.defaultInstance().createValidator(flavour, -1, false, true, false).validate(parser);
      compliant = verdict.isCompliant() && verdict.getTotalAssertions() > 0;
      for (var assertion : verdict.getTestAssertions()) {
        if (assertion.getStatus() != Status.PASSED) {
          broken.merge(assertion.getRuleId().getClause() + " " + assertion.getMessage(), 1, Integer::sum);
        }
      }
      System.out.println((compliant ? "passes " : "FAILS ") + flavour.getId() + " " + file + ", " + verdict.getTotalAssertions() + " assertions");
    }
    broken.forEach((rule, times) -> System.out.println("    " + times + " times: " + rule));
    return compliant;
  }
}
