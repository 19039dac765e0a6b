import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** Judges each PDF named by PDF/UA-1 and says which rules it breaks. Exit code 1 if any breaks one, or none was named. */
public class VeraCheck {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var failed = files.length == 0;
    for (var file : files) {
      var broken = new TreeMap<String, Integer>();
      try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), PDFAFlavour.PDFUA_1)) {
        var judge = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, -1, false, true, false);
        var verdict = judge.validate(parser);
        for (var assertion : verdict.getTestAssertions()) {
          if (assertion.getStatus() != Status.PASSED) {
            broken.merge(assertion.getRuleId().getClause() + " " + assertion.getMessage(), 1, Integer::sum);
          }
        }
        System.out.println((verdict.isCompliant() ? "passes " : "FAILS ") + file + ", " + verdict.getTotalAssertions() + " assertions");
        failed |= !verdict.isCompliant();
      }
      broken.forEach((rule, times) -> System.out.println("    " + times + " times: " + rule));
    }
    System.exit(failed ? 1 : 0);
  }
}
